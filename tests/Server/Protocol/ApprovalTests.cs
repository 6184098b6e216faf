using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Events;
using ChatRoom.Server.Tests.Dialect;
using ChatRoom.Server.Tests.Journals;

namespace ChatRoom.Server.Tests.Protocol;

/// <summary>Registrations that an operator decides on, and what operators do for people's accounts.</summary>
public sealed class ApprovalTests
{
    private const string Waits = "Who tends this server says yes or no, and you are told if you are here then; if not, try in some hours whether your password logs you in";

    [Fact]
    public async Task A_mail_address_stands_beside_who_waits_and_is_kept_with_the_account()
    {
        await using var server = TestServer.Start();
        server.Settings.Publish(server.Settings.Current with { WantsMail = true });
        await server.Registry.Hub.Order(new Command.SetRegistration(RegistrationPolicy.Approval)).WaitAsync(Client.Deadline);
        var mai = await server.Connect("Mai");
        await mai.Ask("REGISTER * mai@example.org tea");
        Assert.Equal("mai@example.org", server.Registry.Hub.Facts.Waiting.Values.Single().Mail);
        await server.Registry.Hub.Order(new Command.DecideRegistration(Journal.Tests.Sample.Account("Mai"), IsApproved: true, "")).WaitAsync(Client.Deadline);
        Assert.Equal(["mai@example.org"], server.Registry.Hub.Facts.Mails.Values);
    }

    [Fact]
    public async Task Who_asks_waits_and_is_logged_in_when_an_operator_says_yes()
    {
        await using var server = await Asking();
        var tuan = await server.ConnectOperator("Tuan", Powers.Accounts);
        var mai = await server.Connect("Mai", "account-notify", "#a");

        Assert.Equal([$":irc.test REGISTER VERIFICATION_REQUIRED Mai :{Waits}"], await mai.Ask("REGISTER * * tea"));
        await tuan.Hears(":irc.test NOTICE Tuan :Mai!mai@guest asks for the account Mai: ACCOUNTS APPROVE Mai, or REFUSE");
        Assert.Equal([":irc.test 221 Mai +i"], await mai.Ask("MODE Mai"));
        Assert.Equal(
            [
                ":irc.test NOTICE Tuan :Mai, asked for by mai!mai@guest at 2026-01-01T12:00:00.000Z",
                ":irc.test NOTICE Tuan :End of those who wait; ACCOUNTS APPROVE account, or REFUSE account :why",
            ], await tuan.Ask("ACCOUNTS WAITING"));

        Assert.Equal([":irc.test NOTICE Tuan :Mai has an account now"], await tuan.Ask("ACCOUNTS APPROVE mai :welcome"));
        Assert.Equal(
            [
                ":Mai!mai@guest ACCOUNT Mai", ":NickServ!NickServ@irc.test NOTICE Mai :You have the account Mai now: welcome",
                ":irc.test 900 Mai Mai!mai@guest Mai :You are logged in as Mai",
            ], await mai.Heard());
        Assert.Equal([":irc.test NOTICE Tuan :Nobody waits for an account"], await tuan.Ask("ACCOUNTS WAITING"));
        Assert.Equal([":irc.test FAIL ACCOUNTS NOBODY_WAITS Mai :Nobody waits for the account Mai; ACCOUNTS WAITING lists who does"], await tuan.Ask("ACCOUNTS REFUSE Mai"));
    }

    [Fact]
    public async Task Who_waits_need_not_stay_and_a_restart_changes_nothing()
    {
        using var store = TestStore.New();
        await using (var server = await Asking(store))
            await (await server.Connect("Mai")).Ask("REGISTER * * tea");

        await using var next = TestServer.Start(store);
        var tuan = await next.ConnectOperator("Tuan", Powers.Accounts);
        await tuan.Ask("ACCOUNTS APPROVE Mai");
        Assert.Contains(await next.Dial().Ask("PASS Mai:tea", "NICK Mai", "USER mai 0 * :Mai"), line => line.Contains(" 900 Mai ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_no_is_told_with_its_reason_and_the_name_can_be_asked_for_again()
    {
        await using var server = await Asking();
        var tuan = await server.ConnectOperator("Tuan", Powers.Accounts);
        var mai = await server.Connect("Mai");
        Assert.Equal([$":NickServ!NickServ@irc.test NOTICE Mai :{Waits}"], await mai.Ask("NS REGISTER tea"));
        Assert.Equal(
            [":irc.test FAIL REGISTER ACCOUNT_EXISTS Mai :Somebody asked for the account Mai already and waits for an answer; take another nickname first"],
            await mai.Ask("REGISTER * * tea"));
        await tuan.Heard();
        Assert.Equal([":irc.test NOTICE Tuan :Mai gets no account"], await tuan.Ask("ACCOUNTS REFUSE Mai :who are you?"));
        await mai.Hears(":NickServ!NickServ@irc.test NOTICE Mai :Who tends this server gives you no account Mai: who are you?");
        Assert.Equal([$":irc.test REGISTER VERIFICATION_REQUIRED Mai :{Waits}"], await mai.Ask("REGISTER * * tea"));
    }

    [Fact]
    public async Task An_invitation_is_a_yes()
    {
        await using var server = await Asking();
        var tuan = await server.ConnectOperator("Tuan", Powers.Accounts);
        var mai = await server.Connect("Mai");
        await mai.Ask("REGISTER * * tea");
        Assert.StartsWith(":irc.test FAIL VERIFY INVALID_CODE", Assert.Single(await mai.Ask("VERIFY Mai wrong")), StringComparison.Ordinal);
        Assert.Equal(":irc.test VERIFY SUCCESS Mai :You are registered, and logged in", (await mai.Ask($"VERIFY Mai {Code(await tuan.Ask("ACCOUNTS INVITE"))}"))[^1]);
        Assert.True(server.Registry.Hub.Facts.Waiting.IsEmpty);
    }

    [Fact]
    public async Task An_operator_helps_with_a_forgotten_password_and_not_with_that_of_an_operator()
    {
        await using var server = TestServer.Start();
        var tuan = await server.ConnectOperator("Tuan", Powers.Accounts);
        await server.AddAccount("Boss", Powers.All);
        var mai = await server.Connect("Mai");
        await mai.Ask("REGISTER * * tea");

        var told = Assert.Single(await tuan.Ask("ACCOUNTS RECOVER Mai"));
        await mai.Hears(":NickServ!NickServ@irc.test NOTICE Mai :Who tends this server gave out a code that sets a new password for Mai; if it was not you who asked, tell them");
        Assert.Equal(":irc.test RECOVER SUCCESS Mai :You have a new password, and are logged in", (await mai.Ask($"RECOVER {told.Split("RECOVER ")[1].Split(' ')[0]} cocoa"))[^1]);

        Assert.Equal([":irc.test NOTICE Tuan :Mai has another password, and was told so if they are here"], await tuan.Ask("ACCOUNTS PASSWORD Mai :two words"));
        await mai.Hears(":NickServ!NickServ@irc.test NOTICE Mai :Mai has a new password, which the operator Tuan set");
        Assert.All(
            await tuan.Ask("ACCOUNTS PASSWORD Boss :mine", "ACCOUNTS RECOVER Boss"),
            line => Assert.Equal(":irc.test 723 Tuan grant :You are an operator without this right", line));
        Assert.StartsWith(":irc.test FAIL ACCOUNTS INVALID_PARAMS HELP", Assert.Single(await tuan.Ask("ACCOUNTS HELP")), StringComparison.Ordinal);
    }

    private static string Code(IReadOnlyList<string> heard) => heard[^1].Split(" :")[1].Split(' ')[0];

    private static async Task<TestServer> Asking(TestStore? store = null)
    {
        var server = TestServer.Start(store);
        await server.Registry.Hub.Order(new Command.SetRegistration(RegistrationPolicy.Approval));
        return server;
    }
}
