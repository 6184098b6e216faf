using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;
using ChatRoom.Irc;
using ChatRoom.Server.Hubs;
using Microsoft.Extensions.Logging;

namespace ChatRoom.Server.Sessions;

/// <summary>What command handlers may do: read what is known here, and put requests to the hub into messages.</summary>
public sealed partial class Session
{
    /// <summary>Most clients watch nobody, and have this one in common.</summary>
    private static readonly Dictionary<string, Nick> Nobody = [];

    private readonly List<HubRequest> _wishes = [];
    private Dictionary<string, Nick> _watched = Nobody;

    public ServerContext Context => _context;

    /// <summary>Only the reader changes it; the sweep looks at it.</summary>
    private volatile Registration _registration = Registration.Begun;

    public Capability Capabilities => _registration.Capabilities;

    /// <summary>The message of several lines that is coming in.</summary>
    public ClientBatch? Batch { get; set; }

    /// <summary>The batch that was refused, and whose further lines are passed over.</summary>
    public string? PassedOver { get; set; }

    /// <summary>What comes of the line is posted by who handles it, under a label that came before.</summary>
    public bool IsAnsweredLater { get; set; }

    /// <summary>Who speaks here, in the newest world that is kept.</summary>
    public Option<Person> Person => _context.World.Person(Id);

    /// <summary>Whom this client watches, by the keys of their nicknames.</summary>
    public IReadOnlyDictionary<string, Nick> Watched => _watched;

    public void Watch(Domain.Data.ValueList<Nick> nicks)
    {
        if (ReferenceEquals(_watched, Nobody))
            _watched = new Dictionary<string, Nick>();
        foreach (var nick in nicks)
            _watched[nick.Key] = nick;
        _wishes.Add(new HubRequest.Watch(nicks, IsOn: true));
    }

    public void Unwatch(Domain.Data.ValueList<Nick> nicks)
    {
        foreach (var nick in nicks)
            _watched.Remove(nick.Key);
        _wishes.Add(new HubRequest.Watch(nicks, IsOn: false));
    }

    /// <summary>What an operator typed who acts in a room as its founder may: each act of that line is one of theirs. Null for what everybody says.</summary>
    public (RoomName Room, string Words)? Overruling { get; set; }

    public void Act(Command command) =>
        _wishes.Add(new HubRequest.Submit(Overruling is var (room, words) ? new Command.Overrule(room, command, words) : command));

    /// <summary>If it happens, this is the answer, and the first that is heard of it.</summary>
    public void Act(Command command, IrcReply done) => _wishes.Add(new HubRequest.Submit(command) { Done = done });

    /// <summary>Asks about the world as it is at this place in the connection's order.</summary>
    public void Ask(IrcQuestion question) => _wishes.Add(new HubRequest.Query(question));

    /// <summary>Answers with a few lines, as things are at this place.</summary>
    public void Reply(IrcReply reply) => _wishes.Add(new HubRequest.Render(reply));

    /// <summary>Answers with a single numeric whose last parameter is a text.</summary>
    public void Reply(ReadOnlySpan<byte> numeric, string text) => Reply(numeric, "", text);

    public void Reply(ReadOnlySpan<byte> numeric, string about, string text) => Reply(new IrcReply.Numeric(Numeric.Code(numeric), about, text));

    /// <summary>FAIL, in the form of standard replies: a word for programs, what it is about, and a text for people.</summary>
    public void Fail(string command, string code, string about, string text) => Reply(new IrcReply.Fail(command, code, about, text));

    public void Fail(string command, string code, Domain.Data.ValueList<string> about, string text) => Reply(new IrcReply.FailOf(command, code, about, text));

    /// <summary>A step of the handshake, and what comes of it.</summary>
    public void Take(Registration.Input input)
    {
        (_registration, var outputs) = Registration.Step(_registration, input, Terms);
        foreach (var output in outputs)
            Carry(output);
    }

    private Registration.Terms Terms => new(_context.Info.Name, _context.Info.Live.Current.Password, _context.Info.Sts?.Offer(_transport.IsEncrypted))
    {
        LoginAdmits = _context.Info.Live.Current.LoginAdmits,
        HasCertificate = Certificate is not null,
        WantsMail = _context.Info.Live.Current.WantsMail,
        RegistersBefore = _context.Info.Live.Current.RegistersBefore,
    };

    private void Carry(Registration.Output output)
    {
        switch (output)
        {
            case Registration.Output.Reply reply:
                Reply(reply.What);
                break;
            case Registration.Output.Listen listen:
                _wishes.Add(new HubRequest.SetDelivery(Offered.DeliveryOptions(listen.Capabilities), listen.What));
                break;
            case Registration.Output.Enter enter:
                Enter(enter);
                break;
            case Registration.Output.Rename rename:
                Act(new Command.Rename(rename.New));
                break;
            case Registration.Output.Check check:
                Await(_context.Logins.Check(Address, check.Name, check.Password), result => Take(new Registration.Input.Answered(Answer(result))));
                break;
            case Registration.Output.Find find:
                Await(_context.Logins.Look(Address, find.Name), found => Take(new Registration.Input.Answered(found)));
                break;
            case Registration.Output.Look look:
                Await(Task.FromResult(_context.Logins.Look(Certificate, look.Name)), found => Take(new Registration.Input.Answered(found)));
                break;
            case Registration.Output.Missed:
                _context.Logins.Missed(Address);
                break;
            case Registration.Output.LogIn logIn:
                Act(new Command.LogIn(logIn.Proved), new IrcReply.LoggedInAs(logIn.Proved.Account.Name, SaslReplies.Success));
                break;
            case Registration.Output.End end:
                End(new Ending(end.Why));
                break;
        }
    }

    /// <summary>Asks to be let in; reading goes on when the answer is there, because the next line means another thing then.</summary>
    private void Enter(Registration.Output.Enter enter)
    {
        _admission = new TaskCompletionSource();
        Act(WithEarly(enter.Request));
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
            _early.Clear();
        if (IsRegistered)
            _context.Log.LogDebug(LogEvents.Registered, "Connection {Connection} is {Nick}", Id.Number, _registration.Nick?.Text);
        Take(IsRegistered
            ? new Registration.Input.Admitted()
            : new Registration.Input.Refused(_registration.Proved is { } proved && _context.Logins.IsGood(proved)));
        return false;
    }

    public void PostAll(string? label)
    {
        // What is still to be said belongs to the same answer, under the same label.
        if (_work is not null)
        {
            _workLabel = label;
            return;
        }
        // A label wants an answer even where there is nothing to say.
        if (label is not null && _wishes.Count == 0)
            _wishes.Add(new HubRequest.Nothing());
        Interlocked.Add(ref _underWay, _wishes.Count);
        _context.Post(_connection, _wishes, label);
        _wishes.Clear();
    }

    private void Post(HubRequest request)
    {
        Interlocked.Increment(ref _underWay);
        _context.Post(_connection, [request], null);
    }
}
