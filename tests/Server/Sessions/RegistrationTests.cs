using System.Text;
using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Irc;
using ChatRoom.Server.Accounts;
using ChatRoom.Server.Sessions;
using Input = ChatRoom.Server.Sessions.Registration.Input;
using Output = ChatRoom.Server.Sessions.Registration.Output;
using Phase = ChatRoom.Server.Sessions.Registration.Phase;

namespace ChatRoom.Server.Tests.Sessions;

/// <summary>The machine as a table: every input in every phase, and what comes of it.</summary>
public sealed class RegistrationTests
{
    private const string Token = "0123456789abcdef0123456789abcdef";

    private static readonly Registration.Terms Open = new("irc.test", null, null);

    private static readonly Credential Mai = new(
        new AccountRef(new AccountId(1), AccountName.Parse("Mai").IfFault(_ => throw new InvalidOperationException())), new Proof.Password(PasswordProof.Make("tea", 1, 1)));

    private static readonly Input[] Inputs =
    [
        new Input.CapLs(302), new Input.CapList(), new Input.CapReq("batch"), new Input.CapEnd(), new Input.CapOther("FROB"), new Input.Pass("x"),
        new Input.Nick("Duy"), new Input.User("d", "Duy"), new Input.Resume(Token), new Input.Authenticate("PLAIN"), new Input.Answered(new Sasl.Input.Passed(Mai)), new Input.Admitted(),
        new Input.Refused(), new Input.Registered(Mai), new Input.TimedOut(),
    ];

    /// <summary>Where the handshake can stand, each reached as a client reaches it.</summary>
    private static readonly Dictionary<string, Registration> Starts = new()
    {
        ["begun"] = Registration.Begun,
        ["named"] = After(new Input.Nick("Tuan")),
        ["negotiating"] = After(new Input.CapLs(302), new Input.Nick("Tuan"), new Input.User("t", "Tuan")),
        ["waiting"] = After(new Input.Nick("Tuan"), new Input.User("t", "Tuan")),
        ["refused"] = After(new Input.Nick("Tuan"), new Input.User("t", "Tuan"), new Input.Refused()),
        ["in"] = After(new Input.Nick("Tuan"), new Input.User("t", "Tuan"), new Input.Admitted()),
        ["checking"] = After(new Input.Pass("Mai:tea"), new Input.Nick("Tuan"), new Input.User("t", "Tuan")),
    };

    /// <summary>Rows as "phase, negotiating: outputs"; "!" is what can't come there.</summary>
    private static readonly Dictionary<string, string[]> Table = new()
    {
        // In the order of the starts: begun, named, negotiating, waiting, refused, in, checking.
        ["CapLs"] = ["Introducing*: CAP * LS + CAP * LS", "Introducing*: CAP Tuan LS + CAP Tuan LS", "Introducing*: CAP Tuan LS + CAP Tuan LS", "!", "Introducing*: CAP Tuan LS + CAP Tuan LS", "In: CAP * LS + CAP * LS", "!"],
        ["CapList"] = ["Introducing: CAP * LIST", "Introducing: CAP Tuan LIST", "Introducing*: CAP Tuan LIST", "!", "Introducing: CAP Tuan LIST", "In: CAP * LIST", "!"],
        ["CapReq"] = ["Introducing*: Listen Batch", "Introducing*: Listen Batch", "Introducing*: Listen Batch", "!", "Introducing*: Listen Batch", "In: Listen Batch", "!"],
        ["CapEnd"] = ["Introducing:", "Introducing:", "Waiting: Enter Tuan t", "!", "Waiting: Enter Tuan t", "In:", "!"],
        ["CapOther"] = ["Introducing: 410", "Introducing: 410", "Introducing*: 410", "!", "Introducing: 410", "In: 410", "!"],
        ["Pass"] = ["Introducing:", "Introducing:", "Introducing*:", "!", "Introducing:", "In: 462", "!"],
        ["Nick"] = ["Introducing:", "Introducing:", "Introducing*:", "!", "Waiting: Enter Duy t", "In: Rename Duy", "!"],
        ["User"] = ["Introducing:", "Waiting: Enter Tuan d", "Introducing*:", "!", "Waiting: Enter Tuan d", "In: 462", "!"],
        ["Resume"] = ["Introducing:", "Introducing:", "Introducing*:", "!", "Introducing:", "In: 462", "!"],
        ["Authenticate"] = ["Introducing: AUTHENTICATE +", "Introducing: AUTHENTICATE +", "Introducing*: AUTHENTICATE +", "!", "Introducing: AUTHENTICATE +", "In: AUTHENTICATE +", "!"],
        ["Answered"] = ["!", "!", "!", "!", "!", "!", "Waiting: 900 Mai + Enter Tuan t"],
        ["Admitted"] = ["!", "!", "!", "In:", "!", "!", "!"],
        ["Refused"] = ["!", "!", "!", "Introducing:", "!", "!", "!"],
        ["Registered"] = ["Introducing: 900 Mai", "Introducing: 900 Mai", "Introducing*: 900 Mai", "!", "Introducing: 900 Mai", "!", "!"],
        ["TimedOut"] = ["Introducing: End", "Introducing: End", "Introducing*: End", "Waiting: End", "Introducing: End", "In:", "Introducing: End"],
    };

    public static TheoryData<string, string> Cells
    {
        get
        {
            var cells = new TheoryData<string, string>();
            foreach (var input in Inputs)
            {
                foreach (var start in Starts.Keys)
                    cells.Add(input.GetType().Name, start);
            }
            return cells;
        }
    }

    [Fact]
    public void The_table_has_every_input_and_every_phase()
    {
        Assert.Equal(typeof(Input).GetNestedTypes().Select(type => type.Name).Order(), Table.Keys.Order());
        Assert.Equal(Enum.GetValues<Phase>(), Starts.Values.Select(start => start.At).Distinct().Order());
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void What_comes_of_an_input(string kind, string start)
    {
        var input = Inputs.Single(one => one.GetType().Name == kind);
        var expected = Table[kind][Starts.Keys.ToList().IndexOf(start)];
        if (expected == "!")
        {
            Assert.Throws<InvalidOperationException>(() => Registration.Step(Starts[start], input, Open));
            return;
        }

        var (next, outputs) = Registration.Step(Starts[start], input, Open);

        Assert.Equal(expected, $"{next.At}{(next.IsNegotiating ? "*" : "")}: {string.Join(" + ", outputs.Select(Say))}".TrimEnd());
    }

    [Theory]
    [InlineData("tuan", "tuan")]
    [InlineData("a b!c@d:e,f", "abcdef")]
    [InlineData("~tuan", "~tuan")]
    [InlineData("Tuấn", "Tun")]
    [InlineData("!@", "user")]
    [InlineData("", "user")]
    [InlineData("abcdefghijklmnopqrstuvwxyz", "abcdefghijklmnopqr")]
    public void A_user_keeps_what_can_stand_in_a_source(string said, string kept) => Assert.Equal(kept, After(new Input.User(said, "real")).User);

    [Theory]
    [InlineData(50, 50)]
    [InlineData(51, 50)]
    [InlineData(160, 50)]
    public void A_real_name_is_cut_at_a_character(int said, int kept)
    {
        var name = After(new Input.User("t", string.Concat(Enumerable.Repeat("ấ", said)))).RealName;

        Assert.Equal(string.Concat(Enumerable.Repeat("ấ", kept)), name);
        Assert.True(Encoding.UTF8.GetByteCount(name) <= Limits.RealNameBytes);
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData(null, "anything", true)]
    [InlineData("sesame", "sesame", true)]
    [InlineData("sesame", "Sesame", false)]
    [InlineData("sesame", "sesam", false)]
    [InlineData("sesame", null, false)]
    [InlineData("", null, true)]
    [InlineData("m\u1eadt", "ma\u0323\u0302t", true)]
    [InlineData("m\u1eadt", "mat", false)]
    [InlineData("\uff54\uff45\uff41", "tea", true)]
    [InlineData("\u00ad", "\u200b", false)]
    [InlineData("\u00ad", null, false)]
    [InlineData("\ud83c\udf75", "\ud83c\udf75", true)]
    public void A_password_is_known_or_not(string? wanted, string? said, bool isKnown)
    {
        Input[] inputs = [.. said is null ? Array.Empty<Input>() : [new Input.Pass(said)], new Input.Nick("Tuan")];

        var (next, outputs) = Registration.Step(After(inputs), new Input.User("t", "Tuan"), Open with { Password = wanted });

        Assert.Equal(isKnown ? "Waiting: Enter Tuan t" : "Introducing: 464 + End", $"{next.At}: {string.Join(" + ", outputs.Select(Say))}");
    }

    [Theory]
    [InlineData(0, "-cap-notify", "Listen None")]
    [InlineData(301, "-cap-notify", "Listen None")]
    [InlineData(302, "-cap-notify", "CAP * NAK")]
    [InlineData(307, "batch -cap-notify", "CAP * NAK")]
    [InlineData(302, "cap-notify", "Listen CapNotify")]
    [InlineData(302, "batch sasl", "Listen Batch, Sasl")]
    [InlineData(302, "batch draft/nothing", "CAP * NAK")]
    [InlineData(302, "batch -batch", "Listen None")]
    public void A_request_is_granted_whole_or_not_at_all(int version, string list, string expected) =>
        Assert.Equal(expected, Say(Registration.Step(After(new Input.CapLs(version)), new Input.CapReq(list), Open).Outputs[0]));

    [Fact]
    public void What_can_not_be_confirmed_in_one_line_is_not_granted()
    {
        var room = LineLimits.Body - LineLimits.End - ":irc.test CAP  ACK :".Length - Nick.Most;
        string List(int bytes) => "batch" + new string(' ', bytes - "batch".Length);

        Assert.Equal("Listen Batch", Say(Registration.Step(Registration.Begun, new Input.CapReq(List(room)), Open).Outputs[0]));
        var (next, outputs) = Registration.Step(Registration.Begun, new Input.CapReq(List(room + 1)), Open);
        Assert.Equal("CAP * NAK", Say(outputs[0]));
        Assert.Equal(Capability.None, next.Capabilities);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(302, true)]
    public void Values_are_for_those_who_know_version_302(int version, bool isTold)
    {
        var (_, outputs) = Registration.Step(Registration.Begun, new Input.CapLs(version), Open with { Sts = "sts=port=6697" });

        Assert.Equal(isTold, outputs[^1] is Output.Reply { What: IrcReply.Cap cap } && cap.List.EndsWith(" sts=port=6697", StringComparison.Ordinal));
    }

    [Fact]
    public void Capabilities_outlast_the_handshake_and_what_was_said_of_oneself_does_not()
    {
        var state = After(
            new Input.CapReq("batch"), new Input.Pass("x"), new Input.Resume(Token), new Input.Nick("Tuan"), new Input.User("t", "Tuan"), new Input.CapEnd(),
            new Input.Admitted());

        Assert.Equal(After(new Input.CapReq("batch"), new Input.Nick("Duy"), new Input.User("d", "Duy"), new Input.CapEnd(), new Input.Admitted()), state);
        Assert.Equal(Capability.Batch, state.Capabilities);
    }

    [Fact]
    public void What_is_wished_for_is_what_was_said_and_no_secret_is_printed()
    {
        var state = After(new Input.Pass("sesame"), new Input.Resume(Token), new Input.Nick("Tuan"));

        var (next, outputs) = Registration.Step(state, new Input.User("tuan", "Tuan himself"), Open);

        Assert.Equal(new Output.Enter(new Command.Connect(next.Nick!, "tuan", "guest", "Tuan himself") { Token = ResumeTokens.HashOf(Token) }), outputs[0]);
        var printed = $"{next} {outputs[0]} {new Input.Pass("sesame")} {new Input.Resume(Token)}";
        Assert.DoesNotContain("sesame", printed, StringComparison.Ordinal);
        Assert.DoesNotContain(Token, printed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, true, "Waiting: 900 Mai + Enter Tuan t")]
    [InlineData("sesame", true, "Waiting: 900 Mai + Enter Tuan t")]
    [InlineData("sesame", false, "Introducing: 900 Mai + 464 + End")]
    public void A_login_counts_as_the_servers_password_where_the_operator_says_so(string? wanted, bool admits, string expected)
    {
        var terms = Open with { Password = wanted, LoginAdmits = admits };
        var (checking, asked) = Registration.Step(After(new Input.Pass("Mai:tea:two"), new Input.Nick("Tuan")), new Input.User("t", "Tuan"), terms);
        Assert.Equal("Check Mai tea:two", Say(Assert.Single(asked)));

        var (next, outputs) = Registration.Step(checking, new Input.Answered(new Sasl.Input.Passed(Mai)), terms);

        Assert.Equal(expected, $"{next.At}: {string.Join(" + ", outputs.Select(Say))}");
    }

    [Fact]
    public void A_password_of_the_server_with_a_colon_in_it_is_compared_whole_first()
    {
        var (next, outputs) = Registration.Step(After(new Input.Pass("Mai:tea"), new Input.Nick("Tuan")), new Input.User("t", "Tuan"), Open with { Password = "Mai:tea" });

        Assert.Equal("Waiting: Enter Tuan t", $"{next.At}: {string.Join(" + ", outputs.Select(Say))}");
    }

    [Fact]
    public void A_wrong_password_of_an_account_ends_it()
    {
        var (next, outputs) = Registration.Step(Starts["checking"], new Input.Answered(new Sasl.Input.Failed("wrong")), Open);

        Assert.Equal("Introducing: 464 + End", $"{next.At}: {string.Join(" + ", outputs.Select(Say))}");
    }

    [Fact]
    public void The_end_of_the_negotiation_ends_sasl_and_a_proof_goes_into_the_wish()
    {
        var named = After(new Input.CapReq("sasl"), new Input.Nick("Tuan"), new Input.User("t", "Tuan"), new Input.Authenticate("PLAIN"));
        Assert.Equal("906 + Enter Tuan t", string.Join(" + ", Registration.Step(named, new Input.CapEnd(), Open).Outputs.Select(Say)));

        var plain = Convert.ToBase64String("\0Mai\0tea"u8);
        var (checking, asked) = Registration.Step(named, new Input.Authenticate(plain), Open);
        Assert.Equal("Check Mai tea", Say(Assert.Single(asked)));
        var (proved, said) = Registration.Step(checking, new Input.Answered(new Sasl.Input.Passed(Mai)), Open);
        Assert.Equal("900 Mai + 903", string.Join(" + ", said.Select(Say)));
        var enter = Assert.IsType<Output.Enter>(Assert.Single(Registration.Step(proved, new Input.CapEnd(), Open).Outputs));
        Assert.Equal(Mai, enter.Request.Proved);
    }

    [Fact]
    public void Who_is_in_may_log_in_too_and_the_rules_say_whether_they_can()
    {
        var named = Registration.Step(Starts["in"], new Input.Authenticate("PLAIN"), Open).Next;
        var checking = Registration.Step(named, new Input.Authenticate(Convert.ToBase64String("\0Mai\0tea"u8)), Open).Next;

        Assert.Equal("LogIn Mai", Say(Assert.Single(Registration.Step(checking, new Input.Answered(new Sasl.Input.Passed(Mai)), Open).Outputs)));
    }

    private static Registration After(params Input[] inputs) => inputs.Aggregate(Registration.Begun, (state, input) => Registration.Step(state, input, Open).Next);

    private static string Say(Output output) => output switch
    {
        Output.Reply { What: IrcReply.Numeric numeric } => $"{numeric.Code}",
        Output.Reply { What: IrcReply.Cap cap } => $"CAP {cap.Nick} {cap.Sub}",
        Output.Reply { What: IrcReply.Fail fail } => $"FAIL {fail.Code}",
        Output.Reply { What: IrcReply.Authenticate next } => $"AUTHENTICATE {next.Word}",
        Output.Reply { What: IrcReply.LoggedIn known } => $"900 {known.Account}",
        Output.Check check => $"Check {check.Name} {check.Password}",
        Output.Look look => $"Look {look.Name}",
        Output.Find find => $"Find {find.Name}",
        Output.Missed => "Missed",
        Output.LogIn logIn => $"LogIn {logIn.Proved.Account.Name}",
        Output.Listen listen => $"Listen {listen.Capabilities}",
        Output.Enter enter => $"Enter {enter.Request.Nick.Text} {enter.Request.User}",
        Output.Rename rename => $"Rename {rename.New.Text}",
        Output.End => "End",
        Output.Reply other => throw new InvalidOperationException($"{other.What.GetType().Name} has no word here."),
    };
}
