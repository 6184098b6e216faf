using System.Text;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;

namespace ChatRoom.Server.Accounts;

/// <summary>
/// AUTHENTICATE as a pure machine (IRCv3 sasl-3.2): which mechanism was named, what came of its answer so far, and what one more word makes of
/// it. What needs time, looking up and hashing, is an output whose answer comes back as an input; meanwhile no word comes.
/// </summary>
public sealed record Sasl
{
    public static readonly Sasl Idle = new();

    private const string Scram = "SCRAM-SHA-256", External = "EXTERNAL", Plain = "PLAIN";

    /// <summary>In the order in which a client should prefer them. Who showed no certificate is not asked for one.</summary>
    public static string Mechanisms(bool hasCertificate) => hasCertificate ? $"{External},{Scram},{Plain}" : $"{Scram},{Plain}";

    /// <summary>"The response is split into 400-byte chunks"; one of exactly that length has another behind it.</summary>
    private const int Chunk = 400;

    /// <summary>Two names and the longest password, in base64, and a chunk more.</summary>
    private const int Most = 1200;

    private Sasl() { }

    public Stage At { get; private init; }

    /// <summary>The one that was named.</summary>
    private string Mechanism { get; init; } = "";

    private string Gathered { get; init; } = "";

    private ScramExchange? Exchange { get; init; }

    private Credential? Proved { get; init; }

    public enum Stage
    {
        Idle,

        /// <summary>A mechanism was named, and its first message is awaited.</summary>
        Named,

        /// <summary>Somebody looks, or hashes; no word comes.</summary>
        Checking,

        /// <summary>SCRAM: the client was told the salt, and has to prove itself.</summary>
        Challenged,

        /// <summary>SCRAM: both are proved, and the client has to say that it saw.</summary>
        Closing,
    }

    /// <param name="state">What was said so far.</param>
    /// <param name="input">What comes now.</param>
    /// <param name="hasCertificate">The client proved in the handshake of TLS that it holds the key of a certificate.</param>
    public static (Sasl Next, ValueList<Output> Outputs) Step(Sasl state, Input input, bool hasCertificate = false)
    {
        ArgumentNullException.ThrowIfNull(state);
        return (state.At, input) switch
        {
            (Stage.Checking, Input.Said) => throw new InvalidOperationException("No word comes while something is checked."),
            (_, Input.Said { Word: "*" }) => (Idle, [new Output.Aborted()]),
            (Stage.Idle, Input.Said said) => Name(said.Word.ToUpperInvariant(), hasCertificate),
            (_, Input.Said said) => Gather(state, said.Word),
            (Stage.Checking, Input.Passed passed) => (Idle, [new Output.Done(passed.Proved)]),
            (Stage.Checking, Input.Failed failed) => Fail(failed.Why),
            (Stage.Checking, Input.Found found) when state.Exchange is { } exchange => Challenge(state, exchange.Tell(found.Verifier, found.Nonce), found),
            _ => throw new InvalidOperationException($"{input.GetType().Name} can't come while {state.At}."),
        };
    }

    /// <summary>Without what must not be read in a log.</summary>
    public override string ToString() => $"Sasl {At}";

    private static (Sasl, ValueList<Output>) Name(string mechanism, bool hasCertificate) =>
        Mechanisms(hasCertificate).Split(',').Contains(mechanism)
            ? (Idle with { At = Stage.Named, Mechanism = mechanism }, [new Output.Say("+")])
            : (Idle, [new Output.WrongMechanism(), new Output.Failed(mechanism == External ? "You showed no certificate" : "That mechanism is not known here")]);

    private static (Sasl, ValueList<Output>) Gather(Sasl state, string word)
    {
        if (word.Length > Chunk)
            return (Idle, [new Output.TooLong()]);
        // No credentials are that long, so they are wrong ones (904), and no line of them was too long (905).
        if (state.Gathered.Length + word.Length > Most)
            return Fail("No account has a password of that length");
        var all = word == "+" ? state.Gathered : state.Gathered + word;
        if (word.Length == Chunk)
            return (state with { Gathered = all }, []);
        return TryDecode(all, out var text) ? Take(state with { Gathered = "" }, text) : Fail("What follows AUTHENTICATE is no base64 of UTF-8");
    }

    private static (Sasl, ValueList<Output>) Take(Sasl state, string text) => state.At switch
    {
        Stage.Named when state.Mechanism == Scram => Begin(state, text),
        // RFC 4422, appendix A: the account that is meant, or nothing.
        Stage.Named when state.Mechanism == External => (state with { At = Stage.Checking }, [new Output.Look(text)]),
        Stage.Named => Compare(state, text),
        Stage.Challenged => Prove(state, text),
        Stage.Closing when text.Length == 0 && state.Proved is { } proved => (Idle, [new Output.Done(proved)]),
        _ => Fail("Nothing more was to be said"),
    };

    /// <summary>For whom, as whom, and the password, with NULs between them (RFC 4616). Somebody acts for themselves alone.</summary>
    private static (Sasl, ValueList<Output>) Compare(Sasl state, string text)
    {
        if (text.Split('\0') is not [var forWhom, { Length: > 0 } name, var password] || !IsOf(forWhom, name))
            return Fail("PLAIN needs an account and its password, for yourself");
        return PasswordProof.WhyNot(password, PasswordProof.MostBytes) is { } wrong
            ? Fail(wrong)
            : (state with { At = Stage.Checking }, [new Output.Check(name, password)]);
    }

    private static bool IsOf(string forWhom, string name) => forWhom.Length == 0 || string.Equals(forWhom, name, StringComparison.OrdinalIgnoreCase);

    private static (Sasl, ValueList<Output>) Begin(Sasl state, string text) => ScramExchange.Begin(text) is { } exchange
        ? (state with { At = Stage.Checking, Exchange = exchange }, [new Output.Find(exchange.Name)])
        : Fail("That is no first message of SCRAM without channel binding, for yourself");

    /// <summary>Who has no account is asked for a proof as everybody is, so that nobody learns by this who has one.</summary>
    private static (Sasl, ValueList<Output>) Challenge(Sasl state, ScramExchange exchange, Input.Found found) => (
        state with { At = Stage.Challenged, Exchange = exchange, Proved = found.Account is { } account ? new Credential(account, new Proof.Password(found.Verifier)) : null },
        [new Output.Say(Encode(exchange.Told))]);

    private static (Sasl, ValueList<Output>) Prove(Sasl state, string text) => state is { Proved: not null, Exchange: { } exchange } && exchange.Check(text) is { } proof
        ? (state with { At = Stage.Closing }, [new Output.Say(Encode(proof))])
        : (Idle, [new Output.Missed(), new Output.Failed(LoginDesk.Wrong)]);

    private static (Sasl, ValueList<Output>) Fail(string why) => (Idle, [new Output.Failed(why)]);

    private static string Encode(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static bool TryDecode(string coded, out string text)
    {
        var bytes = new byte[coded.Length];
        text = "";
        if (!Convert.TryFromBase64String(coded, bytes, out var length) || !System.Text.Unicode.Utf8.IsValid(bytes.AsSpan(0, length)))
            return false;
        text = Encoding.UTF8.GetString(bytes, 0, length);
        return true;
    }

    public abstract record Input
    {
        private Input() { }

        /// <summary>What stood behind AUTHENTICATE.</summary>
        public sealed record Said(string Word) : Input
        {
            public override string ToString() => "Said";
        }

        /// <summary>The password is right.</summary>
        public sealed record Passed(Credential Proved) : Input;

        public sealed record Failed(string Why) : Input;

        /// <summary>By what a proof is checked. Without an account it is made up, and no proof fits.</summary>
        public sealed record Found(AccountRef? Account, Verifier Verifier, string Nonce) : Input;
    }

    public abstract record Output
    {
        private Output() { }

        /// <summary>To the client, behind AUTHENTICATE.</summary>
        public sealed record Say(string Word) : Output;

        /// <summary>Is this the password of that account?</summary>
        public sealed record Check(string Name, string Password) : Output
        {
            public override string ToString() => $"Check {Name}";
        }

        /// <summary>Does the client's certificate prove that account, or, where none is named, which?</summary>
        public sealed record Look(string Name) : Output;

        /// <summary>By what is a proof of that account checked?</summary>
        public sealed record Find(string Name) : Output;

        public sealed record Done(Credential Proved) : Output;

        /// <summary>A proof was wrong, which counts like a wrong password.</summary>
        public sealed record Missed : Output;

        public sealed record Failed(string Why) : Output;

        public sealed record TooLong : Output;

        public sealed record Aborted : Output;

        public sealed record WrongMechanism : Output;
    }
}
