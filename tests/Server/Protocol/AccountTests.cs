using System.Text;
using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Events;
using ChatRoom.Server.Accounts;
using ChatRoom.Server.Hubs;
using ChatRoom.Server.Tests.Dialect;
using static ChatRoom.Journal.Tests.Sample;

namespace ChatRoom.Server.Tests.Protocol;

/// <summary>Accounts on the wire: registering, logging in in every way, and whose nickname it is.</summary>
public sealed class AccountTests
{
    private static string Plain(string account, string password) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{account}\0{password}"));

    [Fact]
    public async Task A_guest_registers_and_everybody_who_wants_to_know_hears_of_it()
    {
        await using var server = TestServer.Start();
        var duy = await server.Connect("Duy", "account-notify", "#a");
        var anh = await server.Connect("Anh", "", "#a");
        var mai = await server.Connect("Mai", "message-tags", "#a");
        await duy.Heard();
        await anh.Heard();

        Assert.Equal(
            [
                ":irc.test 900 Mai Mai!mai@guest Mai :You are logged in as Mai",
                ":irc.test REGISTER SUCCESS Mai :You are registered, and logged in",
            ], await mai.Ask("REGISTER * * :two words"));
        await duy.Hears(":Mai!mai@guest ACCOUNT Mai");
        await anh.Hears();
        Assert.Contains(":irc.test 330 Duy Mai Mai :is logged in as", await duy.Ask("WHOIS Mai"));
        Assert.Equal([":irc.test 221 Mai +ir"], await mai.Ask("MODE Mai"));
    }

    [Theory]
    [InlineData("REGISTER Duy * tea2")]
    [InlineData("VERIFY Duy code")]
    public async Task Who_has_an_account_registers_none(string line)
    {
        await using var server = TestServer.Start();
        var duy = await server.Connect("Duy");
        await duy.Ask("REGISTER Duy * tea");
        Assert.Equal([$":irc.test FAIL {line.Split(' ')[0]} ALREADY_AUTHENTICATED Duy :You are logged in as Duy already"], await duy.Ask(line));
    }

    [Fact]
    public async Task With_sasl_somebody_comes_as_their_account()
    {
        await using var server = await WithMai();
        var mai = server.Dial();
        Assert.Equal("AUTHENTICATE +", (await mai.Ask("CAP REQ :sasl", "AUTHENTICATE PLAIN"))[^1]);
        Assert.Equal(
            [":irc.test 900 * *!*@guest Mai :You are logged in as Mai", ":irc.test 903 * :SASL was successful"], await mai.Ask($"AUTHENTICATE {Plain("mai", "tea")}"));
        Assert.Contains(":irc.test 001 Mai :Welcome to ChatRoom, Mai", await mai.Ask("NICK Mai", "USER mai 0 * :Mai", "CAP END"));

        var duy = await server.Connect("Duy", "account-tag extended-join", "#a");
        await mai.Ask("JOIN #a", "PRIVMSG #a :hello");
        await duy.Hears("@account=Mai :Mai!mai@guest JOIN #a Mai :Mai", "@account=Mai :Mai!mai@guest PRIVMSG #a :hello");
    }

    [Fact]
    public async Task Extended_join_says_of_a_guest_that_they_have_no_account()
    {
        await using var server = TestServer.Start();
        var duy = await server.Connect("Duy", "account-tag extended-join", "#a");
        var mai = await server.Connect("Mai", "", "#a");
        await duy.Hears(":Mai!mai@guest JOIN #a * :Mai himself");
    }

    [Fact]
    public async Task A_wrong_password_is_answered_and_another_one_may_be_tried()
    {
        await using var server = await WithMai();
        var mai = server.Dial();
        Assert.Equal(
            ["AUTHENTICATE +", ":irc.test 904 * :The account or its password is wrong"], await mai.Ask("AUTHENTICATE PLAIN", $"AUTHENTICATE {Plain("Mai", "coffee")}"));
        Assert.Equal(
            [":irc.test 908 * SCRAM-SHA-256,PLAIN :are the mechanisms that can be used", ":irc.test 904 * :That mechanism is not known here"], await mai.Ask("AUTHENTICATE FROB"));
        Assert.Equal(["AUTHENTICATE +", ":irc.test 906 * :SASL was given up"], await mai.Ask("AUTHENTICATE PLAIN", "AUTHENTICATE *"));
        Assert.EndsWith("903 * :SASL was successful", (await mai.Ask("AUTHENTICATE PLAIN", $"AUTHENTICATE {Plain("Mai", "tea")}"))[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_registered_nickname_is_refused_with_a_way_in()
    {
        await using var server = await WithMai();
        var guest = server.Dial();
        var refused = Assert.Single(await guest.Ask("NICK mai", "USER m 0 * :m"));
        Assert.StartsWith(":irc.test 433 * mai :Nickname belongs to the account Mai: log in with SASL or 'PASS Mai:password'", refused, StringComparison.Ordinal);
        Assert.Contains(await guest.Ask("NICK other"), line => line.Contains(" 001 other ", StringComparison.Ordinal));
        Assert.StartsWith(":irc.test 433 other Mai ", Assert.Single(await guest.Ask("NICK Mai")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pass_with_an_account_logs_in_who_has_no_sasl()
    {
        await using var server = await WithMai();
        var mai = server.Dial();
        var heard = await mai.Ask("PASS Mai:tea", "NICK Mai", "USER mai 0 * :Mai");
        Assert.Equal(":irc.test 900 Mai Mai!mai@guest Mai :You are logged in as Mai", heard[0]);
        Assert.Contains(":irc.test 001 Mai :Welcome to ChatRoom, Mai", heard);

        var wrong = server.Dial();
        await wrong.Send("PASS Mai:coffee", "NICK Other", "USER mai 0 * :Mai");
        Assert.Equal(":irc.test 464 * :The account or its password is wrong", (await wrong.Rest())[0]);
    }

    [Fact]
    public async Task NickServ_is_another_way_to_say_it()
    {
        await using var server = TestServer.Start();
        var mai = await server.Connect("Mai", "echo-message");
        Assert.Equal(":NickServ!NickServ@irc.test NOTICE Mai :The nickname Mai is yours, and you are logged in", (await mai.Ask("PRIVMSG NickServ :REGISTER tea"))[^1]);
        Assert.Equal([":irc.test 901 Mai Mai!mai@guest :You are logged out"], await mai.Ask("NS LOGOUT"));
        Assert.Equal([":NickServ!NickServ@irc.test NOTICE Mai :The account or its password is wrong"], await mai.Ask("NICKSERV IDENTIFY coffee"));
        Assert.Equal(":NickServ!NickServ@irc.test NOTICE Mai :You are logged in as Mai", (await mai.Ask("privmsg nickserv :identify mai tea"))[^1]);
        Assert.Equal([":NickServ!NickServ@irc.test NOTICE Mai :Mai has a new password"], await mai.Ask("NS SET PASSWORD cocoa"));
        Assert.Equal(13, (await mai.Ask("PRIVMSG NickServ :HELP")).Count);
        Assert.StartsWith(":irc.test 432 Mai NickServ ", Assert.Single(await mai.Ask("NICK NickServ")), StringComparison.Ordinal);
        await mai.Ask("NS LOGOUT");
        Assert.Equal(":NickServ!NickServ@irc.test NOTICE Mai :You are logged in as Mai", (await mai.Ask("NS :IDENTIFY cocoa"))[^1]);
    }

    [Theory]
    [InlineData("REGISTER open sesame")]
    [InlineData("REGISTER tea mai@example.org")]
    [InlineData("IDENTIFY mai open sesame")]
    [InlineData("PASSWORD open sesame")]
    [InlineData("SET PASSWORD open sesame")]
    public async Task A_password_of_two_words_is_not_cut_to_one(string words)
    {
        await using var server = TestServer.Start();
        var mai = await server.Connect("Mai");

        Assert.StartsWith(
            ":NickServ!NickServ@irc.test NOTICE Mai :A password that is said to NickServ is one word,", Assert.Single(await mai.Ask($"NS {words}")), StringComparison.Ordinal);
        Assert.True(server.World.Accounts.IsEmpty);
    }

    [Fact]
    public async Task Who_is_registered_is_not_told_so_again()
    {
        await using var server = TestServer.Start();
        var mai = await server.Connect("Mai");
        await mai.Ask("NS REGISTER tea");

        Assert.Equal(
            [":NickServ!NickServ@irc.test NOTICE Mai :You are logged in as Mai already; PASSWORD new changes your password"], await mai.Ask("NS REGISTER coffee"));
    }

    [Fact]
    public async Task What_is_said_to_NickServ_is_nowhere()
    {
        await using var server = TestServer.Start();
        var mai = await server.Connect("Mai", "echo-message draft/chathistory batch");
        var before = server.World.Last;
        Assert.DoesNotContain(await mai.Ask("PRIVMSG NickServ :IDENTIFY secret"), line => line.Contains("secret", StringComparison.Ordinal));
        Assert.Equal(before, server.World.Last);
    }

    [Fact]
    public async Task Several_connections_are_one_person()
    {
        await using var server = await WithMai();
        var (one, duy) = (await Come(server, "Mai"), await server.Connect("Duy", "", "#a"));
        await one.Ask("JOIN #a");
        var two = await Come(server, "Mai_at_work");
        await duy.Heard();
        Assert.Contains(":irc.test 353 Mai = #a :Mai @Duy", await two.Ask("NAMES #a"));
        await duy.Ask("PRIVMSG Mai :both?");
        await one.Hears(":Duy!duy@guest PRIVMSG Mai :both?");
        await two.Hears(":Duy!duy@guest PRIVMSG Mai :both?");
        await one.Send("QUIT");
        await one.Rest();
        await duy.Hears();
        await two.Ask("PRIVMSG #a :still here");
        await duy.Hears(":Mai!mai@guest PRIVMSG #a :still here");
    }

    [Fact]
    public async Task Who_holds_the_name_of_an_owner_who_comes_is_told_why_they_lose_it()
    {
        await using var server = TestServer.Start();
        var (guest, duy) = (await server.Connect("Mai", "", "#a"), await server.Connect("Duy", "", "#a"));
        await guest.Heard();
        await Add(server);
        await Come(server, "Mai");

        Assert.Equal(
            [
                ":Mai!mai@guest NICK Guest1",
                ":NickServ!NickServ@irc.test NOTICE Guest1 :The nickname Mai belongs to the account Mai, and its owner has come: you are called Guest1 now; NICK chooses another",
            ], await guest.Heard());
        await duy.Hears(":Mai!mai@guest NICK Guest1");
    }

    [Fact]
    public async Task An_invitation_is_verified()
    {
        await using var server = TestServer.Start();
        var code = Invitations.New();
        server.Registry.Hub.Post(HubMessage.FromServer(new Command.SetRegistration(RegistrationPolicy.Invite)));
        server.Registry.Hub.Post(HubMessage.FromServer(new Command.Invite(Invitations.HashOf(code), new Domain.Names.Timestamp(long.MaxValue))));
        var mai = await server.Connect("Mai");
        Assert.Equal([":irc.test FAIL VERIFY INVALID_CODE Mai :There is nothing to verify: REGISTER first, over this connection"], await mai.Ask($"VERIFY Mai {code}"));
        Assert.Equal(
            [":irc.test REGISTER VERIFICATION_REQUIRED Mai :Send VERIFY with the account and your invitation"], await mai.Ask("REGISTER Mai * tea"));
        Assert.Equal([":irc.test FAIL VERIFY INVALID_CODE Mai :That code is none, is used, or is over; ask for another one"], await mai.Ask("VERIFY Mai nonsense"));
        Assert.Equal(":irc.test VERIFY SUCCESS Mai :You are registered, and logged in", (await mai.Ask($"VERIFY * {code}"))[^1]);
    }

    [Theory]
    [InlineData("REGISTER Duy * tea", "FAIL REGISTER ACCOUNT_NAME_MUST_BE_NICK Duy")]
    [InlineData("REGISTER 9 * tea", "FAIL REGISTER BAD_ACCOUNT_NAME 9")]
    [InlineData("REGISTER * * :", "FAIL REGISTER UNACCEPTABLE_PASSWORD Mai")]
    [InlineData("NS PASSWORD tea", "FAIL NICKSERV ACCOUNT_REQUIRED :You are not logged in")]
    [InlineData("NS REGISTER \u0001", "NOTICE Mai :Choose another password")]
    public async Task What_can_not_be_registered_says_why(string line, string expected)
    {
        await using var server = TestServer.Start();
        var mai = await server.Connect("Mai");
        Assert.Contains(expected, Assert.Single(await mai.Ask(line)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_not_let_in_yet_registers_nothing()
    {
        await using var server = TestServer.Start();
        Assert.StartsWith(":irc.test FAIL REGISTER COMPLETE_CONNECTION_REQUIRED Mai ", Assert.Single(await server.Dial().Ask("REGISTER Mai * tea")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_registers_by_themselves_where_it_is_closed()
    {
        await using var server = TestServer.Start();
        server.Registry.Hub.Post(HubMessage.FromServer(new Command.SetRegistration(RegistrationPolicy.Closed)));
        var mai = await server.Connect("Mai");
        Assert.StartsWith(":irc.test FAIL REGISTER TEMPORARILY_UNAVAILABLE Mai ", Assert.Single(await mai.Ask("REGISTER * * tea")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_label_is_on_the_answer_that_comes_of_the_password()
    {
        await using var server = await WithMai();
        var duy = await server.Connect("Duy", "labeled-response batch");
        Assert.Equal(["@label=x :NickServ!NickServ@irc.test NOTICE Duy :The account or its password is wrong"], await duy.Ask("@label=x NS IDENTIFY Mai coffee"));
    }

    [Fact]
    public async Task A_private_conversation_with_an_account_is_there_while_they_are_not()
    {
        await using var server = await WithMai();
        var (mai, duy) = (await Come(server, "Mai"), await server.Connect("Duy", "draft/chathistory batch"));
        await duy.Ask("PRIVMSG Mai :until later");
        await mai.Send("QUIT");
        await mai.Rest();
        Assert.Contains(await duy.Ask("CHATHISTORY LATEST mai * 10"), line => line.EndsWith(" PRIVMSG Mai :until later", StringComparison.Ordinal));
    }

    /// <summary>A client sends nothing more until it is answered.</summary>
    [Fact]
    public async Task An_answer_comes_without_another_line()
    {
        await using var server = await WithMai();
        var mai = server.Dial();
        await mai.Send("AUTHENTICATE PLAIN");
        Assert.Equal("AUTHENTICATE +", await mai.Next());
        await mai.Send($"AUTHENTICATE {Plain("Mai", "tea")}");
        Assert.Equal(":irc.test 900 * *!*@guest Mai :You are logged in as Mai", await mai.Next());
    }

    private static async Task<TestServer> WithMai()
    {
        var server = TestServer.Start();
        await Add(server);
        return server;
    }

    private static async Task Add(TestServer server) =>
        Assert.IsType<Verdict.Done>(await server.Registry.Hub.Order(new Command.AddAccount(Account("Mai"), PasswordProof.Make("tea", 7, 2))));

    private static async Task<Client> Come(TestServer server, string nick)
    {
        var client = server.Dial();
        await client.Send("CAP REQ :sasl", "AUTHENTICATE PLAIN", $"AUTHENTICATE {Plain("Mai", "tea")}", $"NICK {nick}", "USER mai 0 * :Mai", "CAP END");
        Assert.Contains(await client.Heard(), line => line.Contains(" 001 Mai ", StringComparison.Ordinal));
        return client;
    }
}
