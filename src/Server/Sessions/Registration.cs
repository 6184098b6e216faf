using System.Security.Cryptography;
using System.Text;
using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Irc;
using ChatRoom.Server.Accounts;

namespace ChatRoom.Server.Sessions;

/// <summary>
/// The handshake as a pure machine: what a connection has said of itself so far, and what one more input makes of it. It asks to be let in once a
/// nickname and a user are known and no negotiation of capabilities is open; the order in which they come does not matter. Capabilities belong
/// to it, before and after.
/// </summary>
public sealed partial record Registration
{
    public static readonly Registration Begun = new();

    private Registration() { }

    public Phase At { get; private init; }

    public Nick? Nick { get; private init; }

    public string? User { get; private init; }

    public string RealName { get; private init; } = "";

    public string? Password { get; private init; }

    /// <summary>By which the client may take over from a connection of its own (chatroom/resume).</summary>
    public Option<TokenHash> Token { get; private init; }

    public Capability Capabilities { get; private init; }

    /// <summary>Capabilities are being talked about, and nobody is let in until CAP END.</summary>
    public bool IsNegotiating { get; private init; }

    /// <summary>The client speaks version 302 of CAP, or a later one.</summary>
    public bool Is302 { get; private init; }

    public bool IsComplete => Nick is not null && User is not null && !IsNegotiating;

    public enum Phase
    {
        Introducing,

        /// <summary>The hub was asked. No line is read until it answers, because the next line means another thing then.</summary>
        Waiting,
        In,
    }

    /// <summary>One input, and the state and outputs that come of it. In <see cref="Phase.Waiting"/> there are no lines, and only there answers.</summary>
    public static (Registration Next, Domain.Data.ValueList<Output> Outputs) Step(Registration state, Input input, Terms terms)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(terms);
        return (state.At, input) switch
        {
            (_, Input.Answered answered) when state.IsChecking => Answer(state, answered.What, terms),
            (_, not Input.TimedOut) when state.IsChecking => throw new InvalidOperationException($"{input.GetType().Name} can't come while something is checked."),
            (Phase.Waiting, Input.Admitted) => (new Registration { At = Phase.In, Capabilities = state.Capabilities, Is302 = state.Is302 }, []),
            (Phase.Waiting, Input.Refused refused) => (state with { At = Phase.Introducing, Proved = refused.IsStillProved ? state.Proved : null }, []),
            (Phase.In, Input.TimedOut) => (state, []),
            (Phase.Introducing, Input.Registered registered) => (state with { Proved = registered.As }, [new Output.Reply(SaslReplies.LoggedIn(state, registered.As))]),
            (_, Input.TimedOut) => (state, [new Output.End(CloseReason.HandshakeTimeout)]),
            (Phase.Waiting, _) or (_, Input.Admitted or Input.Refused or Input.Answered or Input.Registered) =>
                throw new InvalidOperationException($"{input.GetType().Name} can't come while {state.At}."),
            (_, Input.CapLs ls) => List(state, ls, terms),
            (_, Input.CapList) => (state, [.. state.CapLines("LIST", Irc.Capabilities.Names(state.Capabilities), terms)]),
            (_, Input.CapReq request) => Request(state, request.List, terms),
            (_, Input.CapEnd) => EndCap(state, terms),
            (_, Input.CapOther other) => Refuse(state, Numerics.ErrInvalidCapCmd, other.Sub, "CAP knows LS, LIST, REQ and END"),
            (_, Input.Nick nick) => Name(state, nick.Text, terms),
            // Also of who is logged in (sasl-3.2): what is proved last counts.
            (_, Input.Authenticate said) => Prove(state, new Sasl.Input.Said(said.Word), terms),
            (Phase.In, _) => Refuse(state, Numerics.ErrAlreadyRegistered, "", "You are connected already, so this comes too late"),
            (_, Input.Pass pass) => (state with { Password = pass.Password }, []),
            (_, Input.User user) => Describe(state, user, terms),
            (_, Input.Resume resume) when ResumeTokens.IsToken(resume.Token) => (state with { Token = ResumeTokens.HashOf(resume.Token) }, []),
            (_, Input.Resume) => (state, [new Output.Reply(new IrcReply.Fail("RESUME", "INVALID_TOKEN", "", $"This is no token: {ResumeTokens.Rule}"))]),
            _ => throw new InvalidOperationException($"{input.GetType().Name} is missing in Step."),
        };
    }

    /// <summary>Without what must not be read in a log.</summary>
    public override string ToString() => $"Registration {{ At = {At}, Nick = {Nick?.Text}, User = {User}, Capabilities = {Capabilities}, IsNegotiating = {IsNegotiating} }}";

    private static (Registration, Domain.Data.ValueList<Output>) List(Registration state, Input.CapLs ls, Terms terms)
    {
        var next = state.Negotiating() with { Is302 = state.Is302 || ls.Version >= 302 };
        var names = Irc.Capabilities.Names(Offered.All).Select(name => next.Is302 && Offered.Value(name, terms) is { } value ? $"{name}={value}" : name);
        // Values of capabilities came with version 302; older clients would take the value for a part of the name.
        if (next.Is302 && terms.Sts is { } sts)
            names = names.Append(sts);
        return (next, [.. next.CapLines("LS", names, terms)]);
    }

    /// <summary>All of a request or nothing of it; and what can't be confirmed in one line is not granted.</summary>
    private static (Registration, Domain.Data.ValueList<Output>) Request(Registration state, string list, Terms terms)
    {
        var next = state.Negotiating();
        var wanted = state.Capabilities;
        var isGranted = Encoding.UTF8.GetByteCount(list) <= LineLimits.Body - LineLimits.End - $":{terms.Server} CAP  ACK :".Length - Domain.Names.Nick.Most;
        foreach (var word in list.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var isLess = word.StartsWith('-');
            var capability = Irc.Capabilities.Find(isLess ? word[1..] : word);
            // Version 302 means to be told of changes, so that can't be given up there.
            isGranted &= capability != Capability.None && Offered.All.HasFlag(capability) && !(isLess && capability == Capability.CapNotify && state.Is302);
            wanted = isLess ? wanted & ~capability : wanted | capability;
        }
        return isGranted
            ? (next with { Capabilities = wanted }, [new Output.Listen(wanted, new IrcReply.Cap(state.Called, "ACK", list))])
            : (next, [next.Cap("NAK", list)]);
    }

    private static (Registration, Domain.Data.ValueList<Output>) Name(Registration state, string text, Terms terms)
    {
        if (text.Length == 0)
            return Refuse(state, Numerics.ErrNoNicknameGiven, "", "NICK needs a nickname");
        if (ReservedNick.Is(text))
            return Refuse(state, Numerics.ErrErroneusNickname, text, "That is the server's own name, for questions about accounts");
        return Domain.Names.Nick.Parse(text).TryGet(out var nick, out var fault)
            ? state.At == Phase.In ? (state, [new Output.Rename(nick)]) : Enter(state with { Nick = nick }, terms)
            : Refuse(state, Numerics.ErrErroneusNickname, text, Faults.Nick(fault));
    }

    /// <summary>A user name for the middle of nick!user@host: what could not stand there is left out.</summary>
    private static (Registration, Domain.Data.ValueList<Output>) Describe(Registration state, Input.User said, Terms terms)
    {
        if (said.RealName.Length == 0)
            return Refuse(state, Numerics.ErrNeedMoreParams, "USER", "Your real name, the fourth parameter, may be anything but empty");
        var kept = new string([.. said.Name.Where(c => c is > ' ' and < '\u007f' and not ('!' or '@' or ':' or ',')).Take(Limits.UserLength)]);
        return Enter(state with { User = kept.Length == 0 ? "user" : kept, RealName = Fitting.Cut(said.RealName, Limits.RealNameBytes) }, terms);
    }

    private static (Registration, Domain.Data.ValueList<Output>) Enter(Registration state, Terms terms)
    {
        if (state.At == Phase.In || !state.IsComplete)
            return (state, []);
        var isAdmitted = state.Knows(terms.Password);
        if (state.Proved is null && (terms.Password is null || !isAdmitted) && AccountIn(state.Password) is var (name, password))
            return (state with { IsPassChecked = true }, [new Output.Check(name, password)]);
        if (!isAdmitted && (state.Proved is null || !terms.LoginAdmits))
            return Turn(state, "This server wants its password, and this is not it: send it with PASS before NICK and USER");
        var request = new Command.Connect(state.Nick!, state.User!, ServerInfo.Host, state.RealName)
        {
            Token = state.Token,
            Proved = state.Proved is { } proved ? proved : Option<Credential>.None,
        };
        return (state with { At = Phase.Waiting }, [new Output.Enter(request)]);
    }

    private static (Registration, Domain.Data.ValueList<Output>) Refuse(Registration state, ReadOnlySpan<byte> numeric, string about, string text) =>
        (state, [new Output.Reply(new IrcReply.Numeric(Numeric.Code(numeric), about, text))]);

    /// <summary>What asks about capabilities before it is let in is not let in until it says END.</summary>
    private Registration Negotiating() => At == Phase.In ? this : this with { IsNegotiating = true };

    /// <summary>Version 302 means that too.</summary>
    public bool HearsOfCapabilities => Is302 || Capabilities.HasFlag(Capability.CapNotify);

    /// <summary>The name before the world has one; afterwards it is not looked at.</summary>
    private string Called => Nick?.Text ?? "*";

    private Output.Reply Cap(string sub, string list) => new(new IrcReply.Cap(Called, sub, list));

    /// <summary>In as many lines as they need. Version 302 began with that: before it a client hears what fits one, which is what all know.</summary>
    private IEnumerable<Output> CapLines(string sub, IEnumerable<string> names, Terms terms)
    {
        var room = LineLimits.Body - LineLimits.End - $":{terms.Server} CAP  {sub} * :".Length - Domain.Names.Nick.Most;
        var line = new StringBuilder();
        foreach (var name in names)
        {
            if (line.Length > 0 && line.Length + 1 + name.Length > room)
            {
                if (!Is302)
                    break;
                yield return new Output.Reply(new IrcReply.Cap(Called, sub, line.ToString()) { IsMore = true });
                line.Clear();
            }
            line.Append(line.Length > 0 ? " " : "").Append(name);
        }
        yield return Cap(sub, line.ToString());
    }

    /// <summary>
    /// Whether the password is right, in a time that does not tell how much of it is. Keyboards and clients differ in how they write the same
    /// letters, so the form that all of them have in common counts too.
    /// </summary>
    public bool Knows(string? password) => password is null || AreEqual(Password ?? "", password)
        || (SaslPrep.Prepare(Password ?? "") is { Length: > 0 } said && SaslPrep.Prepare(password) is { } right && AreEqual(said, right));

    private static bool AreEqual(string said, string right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(said), Encoding.UTF8.GetBytes(right));

    /// <summary>What is asked of those who come: the server's name, its password if it has one, and what is offered of TLS over this connection.</summary>
    public sealed record Terms(string Server, string? Password, string? Sts)
    {
        /// <summary>Who logs in needs no server's password besides.</summary>
        public bool LoginAdmits { get; init; } = true;

        /// <summary>The client showed a certificate when TLS began.</summary>
        public bool HasCertificate { get; init; }

        /// <summary>An account can be registered before one is let in.</summary>
        public bool RegistersBefore { get; init; }

        /// <summary>And with a mail address only.</summary>
        public bool WantsMail { get; init; }
    }

    /// <summary>What a client says, what the hub answered, or that it took too long.</summary>
    public abstract record Input
    {
        private Input() { }

        public sealed record CapLs(int Version) : Input;

        public sealed record CapList : Input;

        public sealed record CapReq(string List) : Input;

        public sealed record CapEnd : Input;

        /// <summary>A subcommand of CAP that there is not.</summary>
        public sealed record CapOther(string Sub) : Input;

        public sealed record Pass(string Password) : Input
        {
            public override string ToString() => "Pass";
        }

        public sealed record Nick(string Text) : Input;

        public sealed record User(string Name, string RealName) : Input;

        public sealed record Resume(string Token) : Input
        {
            public override string ToString() => "Resume";
        }

        public sealed record Authenticate(string Word) : Input
        {
            public override string ToString() => "Authenticate";
        }

        /// <summary>What came of an <see cref="Output.Check"/> or an <see cref="Output.Find"/>.</summary>
        public sealed record Answered(Sasl.Input What) : Input;

        /// <summary>The account that was registered over this connection.</summary>
        public sealed record Registered(Credential As) : Input;

        public sealed record Admitted : Input;

        /// <param name="IsStillProved">False if what was proved does not count any more.</param>
        public sealed record Refused(bool IsStillProved = true) : Input;

        public sealed record TimedOut : Input;
    }

    /// <summary>What the session has to do.</summary>
    public abstract record Output
    {
        private Output() { }

        public sealed record Reply(IrcReply What) : Output;

        /// <summary>From here on the client has these capabilities, and is told so.</summary>
        public sealed record Listen(Capability Capabilities, IrcReply What) : Output;

        /// <summary>Ask the hub to let it in.</summary>
        public sealed record Enter(Command.Connect Request) : Output;

        public sealed record Rename(Nick New) : Output;

        /// <summary>Is this the password of that account?</summary>
        public sealed record Check(string Name, string Password) : Output
        {
            public override string ToString() => $"Check {Name}";
        }

        /// <summary>By what is a proof of that account checked?</summary>
        public sealed record Find(string Name) : Output;

        /// <summary>Does the client's certificate prove that account, or, where none is named, which?</summary>
        public sealed record Look(string Name) : Output;

        /// <summary>A proof was wrong.</summary>
        public sealed record Missed : Output;

        /// <summary>Ask the hub to let somebody who is in be this account.</summary>
        public sealed record LogIn(Credential Proved) : Output;

        public sealed record End(CloseReason Why) : Output;
    }
}
