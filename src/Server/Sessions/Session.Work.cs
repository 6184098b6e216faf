using System.Diagnostics.CodeAnalysis;
using System.Net;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Server.Accounts;
using Microsoft.Extensions.Logging;

namespace ChatRoom.Server.Sessions;

/// <summary>What takes time and is done beside the session, such as to hash a password. No line is read until it is done, and what comes of it.</summary>
public sealed partial class Session
{
    private Task? _work;
    private Action? _then;
    private string? _workLabel;

    public NetworkAddress? Address => _connection.Address;

    /// <summary>As which account one is known here; none for a guest.</summary>
    public Option<AccountRef> Account => Person.Bind(person => person.Who.Account);

    /// <summary>Of the certificate that the client showed when TLS began.</summary>
    public CertificatePrint? Certificate { get; private set; }

    /// <summary>An account that this client wants to register and has not verified yet.</summary>
    public (AccountName Name, Verifier Verifier, Option<string> Mail)? Unverified { get; set; }

    /// <summary>Whether one may register an account at all, asked before anything is hashed for it; else the one that one has.</summary>
    public bool MayRegister([NotNullWhen(false)] out AccountRef? own) => !Account.TryGet(out own);

    /// <summary>Which account the client was just asked whether it means to erase.</summary>
    public AccountId? EraseAsked { get; set; }

    /// <summary>What the client wants to be called, and the account that it proved, as long as it is not let in.</summary>
    public Nick? NickAsked => _registration.Nick;

    public AccountName? ProvedEarly => _registration.Proved?.Account.Name;

    /// <summary>Nothing of the handshake was said yet.</summary>
    public bool IsUntouched => ReferenceEquals(_registration, Registration.Begun);

    /// <summary>
    /// A gateway says for whom it comes: all that is known of places holds for that one from now on. The gateway's certificate proves nobody's account, because it is the
    /// same for everybody who comes through it.
    /// </summary>
    public void ComeFrom(IPAddress client)
    {
        _context.Log.LogDebug(LogEvents.Connected, "Connection {Connection} comes through a gateway from {Address}", Id.Number, client);
        _context.Places.Leave(_place);
        _place = null;
        (_connection.Address, Certificate) = (Addresses.Of(client), null);
        if (IsKeptOut())
            return;
        if (_context.Places.Enter(Address) is { } full)
            End(new Ending(CloseReason.TooManyConnections, full));
        else
            _place = Address;
    }

    /// <summary>It gave the server's password, where there is one.</summary>
    public bool KnowsPassword => _registration.Knows(Terms.Password);

    /// <summary>Goes on with what comes of it, before the next line is read.</summary>
    public void Await<T>(Task<T> work, Action<T> then)
    {
        ArgumentNullException.ThrowIfNull(work);
        (_work, _then) = (work, () => then(work.GetAwaiter().GetResult()));
    }

    /// <summary>What comes of it is said at once: the client may be waiting for just that, and send no other line.</summary>
    private async Task Working()
    {
        while (!_finished.Task.IsCompleted && IsWaitingForWork())
            await Task.WhenAny(_finished.Task, _work!).ConfigureAwait(false);
    }

    private bool IsWaitingForWork()
    {
        while (_work is { } work)
        {
            if (!work.IsCompleted)
                return true;
            var (then, label) = (_then!, _workLabel);
            (_work, _then, _workLabel) = (null, null, null);
            try
            {
                then();
                PostAll(label);
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                Fail(fault);
            }
        }
        return false;
    }

    private static Sasl.Input Answer(LoginResult result) => result switch
    {
        LoginResult.Proved proved => new Sasl.Input.Passed(proved.By),
        LoginResult.Wrong => new Sasl.Input.Failed(LoginDesk.Wrong),
        LoginResult.Busy => new Sasl.Input.Failed(LoginDesk.Busy),
    };
}
