using System.Text;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Server.Accounts;
using Input = ChatRoom.Server.Accounts.Sasl.Input;
using Output = ChatRoom.Server.Accounts.Sasl.Output;
using Stage = ChatRoom.Server.Accounts.Sasl.Stage;

namespace ChatRoom.Server.Tests.Accounts;

/// <summary>SASL as a table: what comes of a list of words.</summary>
public sealed class SaslTests
{
    private static readonly AccountRef Mai = new(new AccountId(1), AccountName.Parse("user").IfFault(_ => throw new InvalidOperationException()));

    private static string Coded(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    public static TheoryData<string, string[], string> Table => new()
    {
        { "a mechanism that is known", ["PLAIN"], "Named: +" },
        { "in small letters", ["plain"], "Named: +" },
        { "another one that is known", ["SCRAM-SHA-256"], "Named: +" },
        { "one that is not", ["FROB"], "Idle: mechanisms failed" },
        { "none", [""], "Idle: mechanisms failed" },
        { "an answer before a mechanism", [Coded("\0mai\0tea")], "Idle: mechanisms failed" },
        { "a plus before a mechanism", ["+"], "Idle: mechanisms failed" },
        { "an end before the beginning", ["*"], "Idle: aborted" },
        { "an end after the mechanism", ["PLAIN", "*"], "Idle: aborted" },
        { "a mechanism as an answer", ["PLAIN", "PLAIN"], "Idle: failed" },
        { "a right answer", ["PLAIN", Coded("\0mai\0tea")], "Checking: check mai tea" },
        { "for oneself, said twice", ["PLAIN", Coded("MAI\0mai\0tea")], "Checking: check mai tea" },
        { "for somebody else", ["PLAIN", Coded("duy\0mai\0tea")], "Idle: failed" },
        { "without an account", ["PLAIN", Coded("\0\0tea")], "Idle: failed" },
        { "without a password", ["PLAIN", Coded("\0mai\0")], "Idle: failed" },
        { "with a NUL too many", ["PLAIN", Coded("\0mai\0te\0a")], "Idle: failed" },
        { "with a NUL too few", ["PLAIN", Coded("mai\0tea")], "Idle: failed" },
        { "an empty answer", ["PLAIN", "+"], "Idle: failed" },
        { "no base64", ["PLAIN", "%%%"], "Idle: failed" },
        { "no UTF-8", ["PLAIN", Convert.ToBase64String([0, 109, 0, 0xff])], "Idle: failed" },
        { "a password of other letters", ["PLAIN", Coded("\0mai\0m\u1eadt kh\u1ea9u")], "Checking: check mai m\u1eadt kh\u1ea9u" },
        { "the longest password", ["PLAIN", .. Chunks(Coded($"\0mai\0{new string('x', 600)}"))], $"Checking: check mai {new string('x', 600)}" },
        { "a longer one", ["PLAIN", .. Chunks(Coded($"\0mai\0{new string('x', 601)}"))], "Idle: failed" },
        { "an answer of exactly one chunk", ["PLAIN", .. Chunks(Coded($"\0mai\0{new string('x', 295)}"))], $"Checking: check mai {new string('x', 295)}" },
        { "half of such an answer", ["PLAIN", Coded($"\0mai\0{new string('x', 295)}")], "Named:" },
        { "a chunk that is too long", ["PLAIN", new string('A', 401)], "Idle: too long" },
        { "chunks without end", ["PLAIN", .. Enumerable.Repeat(new string('A', 400), 4)], "Idle: failed" },
        { "a chunk and then an end", ["PLAIN", new string('A', 400), "*"], "Idle: aborted" },
        { "once more after a failure", ["PLAIN", "%", "PLAIN", Coded("\0mai\0tea")], "Checking: check mai tea" },
        { "SCRAM begins", ["SCRAM-SHA-256", Coded("n,,n=user,r=abc")], "Checking: find user" },
        { "SCRAM for oneself", ["SCRAM-SHA-256", Coded("y,a=user,n=user,r=abc")], "Checking: find user" },
        { "SCRAM for somebody else", ["SCRAM-SHA-256", Coded("n,a=other,n=user,r=abc")], "Idle: failed" },
        { "SCRAM that binds to a channel", ["SCRAM-SHA-256", Coded("p=tls-unique,,n=user,r=abc")], "Idle: failed" },
        { "SCRAM without a nonce", ["SCRAM-SHA-256", Coded("n,,n=user,r=")], "Idle: failed" },
        { "SCRAM of an account with a comma", ["SCRAM-SHA-256", Coded("n,,n=a=2Cb=3D,r=abc")], "Checking: find a,b=" },
        { "SCRAM with a wrong escape", ["SCRAM-SHA-256", Coded("n,,n=a=2Db,r=abc")], "Idle: failed" },
        { "SCRAM with PLAIN's answer", ["SCRAM-SHA-256", Coded("\0mai\0tea")], "Idle: failed" },
        { "SCRAM with nothing", ["SCRAM-SHA-256", "+"], "Idle: failed" },
    };

    public static TheoryData<string, string[], string> External => new()
    {
        { "a certificate", ["EXTERNAL"], "Named: +" },
        { "whose it is", ["EXTERNAL", "+"], "Checking: look" },
        { "of an account", ["external", Coded("mai")], "Checking: look mai" },
        { "no base64", ["EXTERNAL", "%%%"], "Idle: failed" },
        { "no UTF-8", ["EXTERNAL", Convert.ToBase64String([0xff])], "Idle: failed" },
        { "an end", ["EXTERNAL", "*"], "Idle: aborted" },
        { "chunks without end", ["EXTERNAL", .. Enumerable.Repeat(new string('A', 400), 4)], "Idle: failed" },
        { "another mechanism as an answer", ["EXTERNAL", "PLAIN"], "Idle: failed" },
        { "once more after a failure", ["EXTERNAL", "%", "EXTERNAL", "+"], "Checking: look" },
    };

    [Theory]
    [MemberData(nameof(External))]
    public void What_comes_of_words_where_a_certificate_was_shown(string what, string[] words, string expected)
    {
        var (state, outputs) = (Sasl.Idle, default(Domain.Data.ValueList<Output>));
        foreach (var word in words)
            (state, outputs) = Sasl.Step(state, new Input.Said(word), hasCertificate: true);
        Assert.Equal(expected, $"{state.At}: {string.Join(' ', outputs.Select(Say))}".TrimEnd());
        Assert.NotEmpty(what);
    }

    [Fact]
    public void Without_a_certificate_there_is_no_external() => Assert.Equal("Idle: mechanisms failed", Told(After(Sasl.Idle, "EXTERNAL")));

    /// <summary>Cut at every byte it names another account, or none, and never the one that was meant.</summary>
    [Fact]
    public void The_name_of_an_account_that_is_cut_is_another_one()
    {
        var whole = Coded("mai");
        for (var length = 1; length < whole.Length; length++)
            Assert.NotEqual("look mai", Say(Sasl.Step(Sasl.Step(Sasl.Idle, new Input.Said("EXTERNAL"), true).Next, new Input.Said(whole[..length]), true).Outputs[0]));
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void What_comes_of_words(string what, string[] words, string expected)
    {
        var (state, outputs) = After(Sasl.Idle, words);
        Assert.Equal(expected, $"{state.At}: {string.Join(' ', outputs.Select(Say))}".TrimEnd());
        Assert.NotEmpty(what);
    }

    /// <summary>Cut at every byte: the rest never makes a difference to who that is.</summary>
    [Fact]
    public void An_answer_that_is_cut_is_no_other_answer()
    {
        var whole = Coded("\0mai\0tea");
        for (var length = 1; length < whole.Length; length++)
            Assert.DoesNotContain("mai tea", Say(After(Sasl.Idle, "PLAIN", whole[..length]).Outputs[0]), StringComparison.Ordinal);
    }

    /// <summary>The example of RFC 7677.</summary>
    [Fact]
    public void A_proof_of_scram_is_known_and_answered()
    {
        var (state, told) = Challenged(Example, Mai);
        Assert.Equal("r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096", told);

        var (closing, proved) = After(state, Coded(Final));
        Assert.Equal(Coded("v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4="), Say(Assert.Single(proved)));
        var (idle, done) = After(closing, "+");
        Assert.Equal((Stage.Idle, new Output.Done(new Credential(Mai, new Proof.Password(Example)))), (idle.At, Assert.Single(done)));
        Assert.Equal("failed", Say(After(closing, Coded("more")).Outputs[0]));
    }

    [Theory]
    [InlineData("c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=eHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=")]
    [InlineData("c=eSws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=")]
    [InlineData("c=biws,r=rOprNGfwEbeRWgbNEkqO,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=")]
    [InlineData("c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=dHzb")]
    [InlineData("c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0")]
    [InlineData("")]
    public void Any_other_proof_is_a_miss(string final) =>
        Assert.Equal("Idle: missed failed", Told(After(Challenged(Example, Mai).State, final.Length == 0 ? "+" : Coded(final))));

    /// <summary>It looks the same up to the proof.</summary>
    [Fact]
    public void Who_has_no_account_can_not_prove_it() =>
        Assert.Equal("Idle: missed failed", Told(After(Challenged(Example, null).State, Coded(Final))));

    [Fact]
    public void Too_many_who_try_and_a_wrong_password_are_failures()
    {
        var (checking, _) = After(Sasl.Idle, "PLAIN", Coded("\0mai\0tea"));
        Assert.Equal("Idle: failed", Told(Sasl.Step(checking, new Input.Failed("wrong"))));
        Assert.Throws<InvalidOperationException>(() => After(checking, "PLAIN"));
        Assert.Throws<InvalidOperationException>(() => Sasl.Step(Sasl.Idle, new Input.Failed("wrong")));
    }

    [Fact]
    public void No_password_is_printed() =>
        Assert.DoesNotContain("tea", $"{new Output.Check("mai", "tea")} {new Input.Said("tea")} {After(Sasl.Idle, "PLAIN").Next}", StringComparison.Ordinal);

    private const string Final = "c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=";

    private static Verifier Example { get; } = PasswordProof.Make(
        "pencil", System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(Convert.FromBase64String("W22ZaJ0SNY7soEsUEjb6gQ==")), 4096);

    private static (Sasl State, string Told) Challenged(Verifier verifier, AccountRef? account)
    {
        var (checking, _) = After(Sasl.Idle, "SCRAM-SHA-256", Coded("n,,n=user,r=rOprNGfwEbeRWgbNEkqO"));
        var (state, outputs) = Sasl.Step(checking, new Input.Found(account, verifier, "%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0"));
        return (state, Encoding.UTF8.GetString(Convert.FromBase64String(Say(Assert.Single(outputs)))));
    }

    private static string[] Chunks(string coded) =>
        [.. coded.Chunk(400).Select(chunk => new string(chunk)), .. coded.Length % 400 == 0 ? new[] { "+" } : []];

    private static (Sasl Next, Domain.Data.ValueList<Output> Outputs) After(Sasl state, params string[] words)
    {
        Domain.Data.ValueList<Output> outputs = [];
        foreach (var word in words)
            (state, outputs) = Sasl.Step(state, new Input.Said(word));
        return (state, outputs);
    }

    private static string Told((Sasl Next, Domain.Data.ValueList<Output> Outputs) step) => $"{step.Next.At}: {string.Join(' ', step.Outputs.Select(Say))}";

    private static string Say(Output output) => output switch
    {
        Output.Say say => say.Word,
        Output.Check check => $"check {check.Name} {check.Password}",
        Output.Look look => $"look {look.Name}".TrimEnd(),
        Output.Find find => $"find {find.Name}",
        Output.Done => "done",
        Output.Missed => "missed",
        Output.Failed => "failed",
        Output.TooLong => "too long",
        Output.Aborted => "aborted",
        Output.WrongMechanism => "mechanisms",
    };
}
