using System.Text;
using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Names;
using ChatRoom.Server.Accounts;
using ChatRoom.Server.Hubs;
using ChatRoom.Server.Tests.Dialect;
using static ChatRoom.Journal.Tests.Sample;

namespace ChatRoom.Server.Tests.Protocol;

/// <summary>A forgotten password is replaced with a code.</summary>
public sealed class RecoveryTests
{
    [Theory]
    [InlineData("RECOVER abcde-fghij coffee")]
    [InlineData("NS RECOVER ABCDEFGHIJ coffee")]
    public async Task Who_has_the_code_has_a_new_password_and_is_logged_in(string line)
    {
        await using var server = await WithCode();
        var old = server.Dial();
        await old.Send("CAP REQ :sasl", "AUTHENTICATE PLAIN", $"AUTHENTICATE {Convert.ToBase64String(Encoding.UTF8.GetBytes("\0Mai\0tea"))}", "NICK Mai", "USER mai 0 * :Mai", "CAP END");
        await old.Heard();
        var mai = await server.Connect("Mai2");
        Assert.EndsWith(":irc.test RECOVER SUCCESS Mai :You have a new password, and are logged in", (await mai.Ask(line))[^1], StringComparison.Ordinal);
        Assert.Contains("ERROR :Closing link: ended from another device of your account, or by who tends this server", await old.Rest());
        await mai.Ask("NS LOGOUT");
        Assert.Equal([":NickServ!NickServ@irc.test NOTICE Mai2 :The account or its password is wrong"], await mai.Ask("NS IDENTIFY Mai tea"));
        Assert.Equal(":NickServ!NickServ@irc.test NOTICE Mai2 :You are logged in as Mai", (await mai.Ask("NS IDENTIFY Mai coffee"))[^1]);
    }

    [Theory]
    [InlineData("RECOVER other coffee", ":irc.test FAIL RECOVER INVALID_CODE :That code is none, was used, or is over; ask who tends this server for another one")]
    [InlineData("RECOVER abcdefghij :", ":irc.test FAIL RECOVER UNACCEPTABLE_PASSWORD :Choose another password: a password has 1 to 300 bytes, and this one has 0")]
    public async Task Anything_else_sets_nothing(string line, string answer)
    {
        await using var server = await WithCode();
        var mai = await server.Connect("Mai2");
        Assert.Equal([answer], await mai.Ask(line));
    }

    private static async Task<TestServer> WithCode()
    {
        var server = TestServer.Start();
        Assert.IsType<Verdict.Done>(await server.Registry.Hub.Order(new Command.AddAccount(Account("Mai"), PasswordProof.Make("tea", 7, 2))));
        var until = new Timestamp(server.Clock.GetUtcNow().ToUnixTimeMilliseconds() + 60_000);
        Assert.IsType<Verdict.Done>(await server.Registry.Hub.Order(new Command.GiveRecovery(Account("Mai"), Invitations.HashOf("abcdefghij"), until)));
        return server;
    }
}
