using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Server.Accounts;
using ChatRoom.Server.Hubs;
using ChatRoom.Server.Tests.Dialect;

namespace ChatRoom.Server.Tests.Protocol;

/// <summary>draft/account-registration with before-connect, where a setting allows it.</summary>
public sealed class EarlyRegistrationTests
{
    private static TestServer Start(string? password = null)
    {
        var server = TestServer.Start(password: password);
        server.Settings.Publish(server.Settings.Current with { RegistersBefore = true });
        return server;
    }

    [Fact]
    public async Task The_capability_says_so()
    {
        await using var server = Start();
        Assert.Contains("draft/account-registration=before-connect ", string.Concat(await server.Dial().Ask("CAP LS 302")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_registers_is_logged_in_and_comes_as_their_account()
    {
        await using var server = Start();
        var mai = server.Dial();
        Assert.Equal(
            [
                ":irc.test REGISTER SUCCESS Mai :You are registered, and logged in",
                ":irc.test 900 Mai Mai!*@guest Mai :You are logged in as Mai",
            ], await mai.Ask("CAP REQ :draft/account-registration", "NICK Mai", "REGISTER * * tea") is var heard ? heard.Skip(1) : []);
        Assert.StartsWith(":irc.test FAIL REGISTER ALREADY_AUTHENTICATED Mai ", Assert.Single(await mai.Ask("REGISTER * * tea")), StringComparison.Ordinal);
        Assert.Contains(":irc.test 001 Mai :Welcome to ChatRoom, Mai", await mai.Ask("USER mai 0 * :Mai", "CAP END"));
        Assert.Contains(":irc.test 330 Mai Mai Mai :is logged in as", await mai.Ask("WHOIS Mai"));
    }

    [Theory]
    [InlineData("REGISTER * * tea", "FAIL REGISTER NEED_NICK * ")]
    [InlineData("NICK Duy|REGISTER * * tea", "FAIL REGISTER ACCOUNT_EXISTS Duy ")]
    [InlineData("NICK Mai|REGISTER Anh * tea", "FAIL REGISTER ACCOUNT_NAME_MUST_BE_NICK Anh ")]
    [InlineData("NICK Mai|REGISTER * * :", "FAIL REGISTER UNACCEPTABLE_PASSWORD Mai ")]
    [InlineData("NICK Mai|VERIFY Mai code", "FAIL VERIFY INVALID_CODE Mai ")]
    public async Task What_can_not_be_registered_says_why(string lines, string expected)
    {
        await using var server = Start();
        await server.Connect("Duy");
        Assert.StartsWith($":irc.test {expected}", (await server.Dial().Ask(lines.Split('|')))[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_a_mail_address_is_wanted_it_is_kept_for_those_who_tend_accounts()
    {
        await using var server = Start();
        server.Settings.Publish(server.Settings.Current with { WantsMail = true });
        Assert.Contains("draft/account-registration=before-connect,email-required ", string.Concat(await server.Dial().Ask("CAP LS 302")), StringComparison.Ordinal);
        var mai = server.Dial();
        foreach (var word in (string[])["*", "mai", "mai@", "@example.org", "mai@home", "a@b@example.org", "mai@.org"])
            Assert.StartsWith(":irc.test FAIL REGISTER INVALID_EMAIL Mai ", (await mai.Ask("NICK Mai", $"REGISTER * {word} tea"))[^1], StringComparison.Ordinal);
        Assert.StartsWith(":irc.test REGISTER SUCCESS Mai ", (await mai.Ask("REGISTER * mai@example.org tea"))[0], StringComparison.Ordinal);
        var duy = await server.Connect("Duy");
        Assert.StartsWith(":irc.test FAIL REGISTER INVALID_EMAIL Duy ", Assert.Single(await duy.Ask("REGISTER * * tea")), StringComparison.Ordinal);
        Assert.Contains("REGISTER account you@example.org", Assert.Single(await duy.Ask("NS REGISTER tea")), StringComparison.Ordinal);
        await duy.Ask("REGISTER * duy@example.org tea");

        Assert.Equal(["mai@example.org", "duy@example.org"], server.Registry.Hub.Facts.Mails.Values.Order(StringComparer.Ordinal).Reverse());
        await server.Registry.Hub.Order(new Command.ChangePowers(AccountNamed("Duy"), Powers.All, IsGiven: true)).WaitAsync(Client.Deadline);
        await duy.Ask("OPER Duy tea");
        Assert.Contains("the owner of Mai (mai@example.org), and nobody else", Assert.Single(await duy.Ask("ACCOUNTS RECOVER Mai")), StringComparison.Ordinal);
        await server.Registry.Hub.Order(new Command.RemoveAccount(AccountNamed("Mai"))).WaitAsync(Client.Deadline);
        Assert.Equal(["duy@example.org"], server.Registry.Hub.Facts.Mails.Values);
    }

    private static AccountName AccountNamed(string name) => Journal.Tests.Sample.Account(name);

    [Fact]
    public async Task Nobody_gets_past_the_servers_password()
    {
        await using var server = Start("open sesame");
        var mai = server.Dial();
        Assert.StartsWith(
            ":irc.test FAIL REGISTER TEMPORARILY_UNAVAILABLE Mai ", (await mai.Ask("PASS guess", "NICK Mai", "REGISTER * * tea"))[^1], StringComparison.Ordinal);
        Assert.StartsWith(":irc.test REGISTER SUCCESS Mai ", (await mai.Ask("PASS :open sesame", "REGISTER * * tea"))[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_only_accounts_come_in_an_invitation_is_the_way()
    {
        await using var server = Start();
        var code = Invitations.New();
        await server.Registry.Hub.Order(new Command.Invite(Invitations.HashOf(code), new Timestamp(long.MaxValue))).WaitAsync(Client.Deadline);
        await server.Registry.Hub.Order(new Command.SetAlarm(true, "")).WaitAsync(Client.Deadline);
        var mai = server.Dial();
        Assert.StartsWith(":irc.test REGISTER VERIFICATION_REQUIRED Mai ", (await mai.Ask("NICK Mai", "REGISTER * * tea"))[^1], StringComparison.Ordinal);
        Assert.StartsWith(":irc.test FAIL VERIFY INVALID_CODE ", (await mai.Ask("VERIFY Mai nonsense"))[^1], StringComparison.Ordinal);
        Assert.StartsWith(":irc.test VERIFY SUCCESS Mai ", (await mai.Ask($"VERIFY Mai {code}"))[0], StringComparison.Ordinal);
        Assert.Contains(":irc.test 001 Mai :Welcome to ChatRoom, Mai", await mai.Ask("USER mai 0 * :Mai"));
    }
}
