using ChatRoom.Domain;
using ChatRoom.Irc;
using ChatRoom.Server.Hubs;
using ChatRoom.Server.Seeing;
using Microsoft.Extensions.Logging;

namespace ChatRoom.Server.Sessions;

/// <summary>What command handlers may do: read what is known here, and put wishes into letters to the hub.</summary>
public sealed partial class Session
{
    private readonly List<Wish> _wishes = [];

    public Host Host => _host;

    public Registration Registration { get; set; } = Registration.Begun;

    public Capability Capabilities { get; private set; }

    /// <summary>Who speaks here, in the newest world that is kept.</summary>
    public Option<Person> Person => _host.World.Person(Id);

    /// <summary>By what name numerics address this client.</summary>
    public string Nick => Person.Match(person => person.Nick.Text, () => Registration.Nick?.Text ?? "*");

    public void Act(Command command) => _wishes.Add(new Wish.Act(command));

    /// <summary>Asks about the world as it is at this place in the connection's order.</summary>
    public void Ask(IrcQuestion question) => _wishes.Add(new Wish.Ask(question));

    /// <summary>Answers with a few lines, as things are at this place.</summary>
    public void Reply(IrcReply reply) => _wishes.Add(new Wish.Render(reply));

    /// <summary>Answers with a single numeric whose last parameter is a text.</summary>
    public void Reply(ReadOnlySpan<byte> numeric, string text) => Reply(numeric, "", text);

    public void Reply(ReadOnlySpan<byte> numeric, string about, string text) => Reply(new IrcReply.Numeric(Numeric.Code(numeric), about, text));

    /// <summary>FAIL, in the form of standard replies: a word for programs, and a text for people.</summary>
    public void Fail(string command, string code, string about, string text) => Reply(new IrcReply.Fail(command, code, about, text));

    /// <summary>From here on the client has these capabilities, and <paramref name="reply"/> says so.</summary>
    public void Listen(Capability capabilities, IrcReply reply)
    {
        Capabilities = capabilities;
        _wishes.Add(new Wish.Listen(Offered.Hearing(capabilities), reply));
    }

    /// <summary>Asks to be let in; reading goes on when the answer is there, because the next line means another thing then.</summary>
    public void TryToEnter()
    {
        if (IsRegistered || !Registration.IsComplete)
            return;
        if (!Registration.Knows(_host.Info.Password))
        {
            Reply(Numerics.ErrPasswdMismatch, "This server wants its password, and this is not it: send it with PASS before NICK and USER");
            End(new Ending(CloseReason.WrongPassword));
            return;
        }
        _admission = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Act(Registration.Wish);
    }

    /// <summary>Once it is decided, what was needed for it is let go: thousands of connections are idle most of the time.</summary>
    private bool IsWaitingForAdmission()
    {
        if (_admission is null)
            return false;
        if (!_admission.Task.IsCompleted)
            return true;
        _admission = null;
        if (IsRegistered)
        {
            _host.Log.LogDebug(LogEvents.Registered, "Connection {Connection} is {Nick}", Id.Number, Registration.Nick?.Text);
            Registration = Registration.Begun;
        }
        return false;
    }

    public void PostAll(string? label)
    {
        // A label wants an answer even where there is nothing to say.
        if (label is not null && _wishes.Count == 0)
            _wishes.Add(new Wish.Nothing());
        Interlocked.Add(ref _underWay, _wishes.Count);
        _host.Post(_seat, _wishes, label);
        _wishes.Clear();
    }

    private void Post(Wish wish)
    {
        Interlocked.Increment(ref _underWay);
        _host.Post(_seat, [wish], null);
    }
}
