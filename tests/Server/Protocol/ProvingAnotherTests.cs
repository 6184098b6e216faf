using System.Text;
using ChatRoom.Server.Tests.Dialect;

namespace ChatRoom.Server.Tests.Protocol;

/// <summary>sasl-3.2: who is logged in may prove another account at any time.</summary>
public sealed class ProvingAnotherTests
{
    private static string Plain(string account, string password) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"\0{account}\0{password}"));

    [Fact]
    public async Task Who_is_logged_in_proves_another_account_and_is_that_one()
    {
        await using var server = TestServer.Start();
        var mai = await server.Connect("Mai");
        await mai.Ask("REGISTER * * tea");
        await mai.Send("QUIT");
        await mai.Rest();
        var duy = await server.Connect("Duy", "", "#a");
        await duy.Ask("REGISTER * * tea");
        var anh = await server.Connect("Anh", "account-notify", "#a");
        Assert.Equal([":irc.test 900 Duy Duy!duy@guest Duy :You are logged in as Duy", ":irc.test 903 Duy :SASL was successful"], (await Proves(duy, "Duy")).TakeLast(2));
        Assert.Equal([":irc.test 900 Duy Duy!duy@guest Mai :You are logged in as Mai", ":irc.test 903 Duy :SASL was successful"], (await Proves(duy, "Mai")).TakeLast(2));
        await anh.Hears(":Duy!duy@guest ACCOUNT Mai");

        var other = server.Dial();
        await other.Ask("CAP REQ :sasl", "AUTHENTICATE PLAIN", $"AUTHENTICATE {Plain("Mai", "tea")}", "NICK Mai", "USER mai 0 * :Mai", "CAP END");
        Assert.StartsWith(":irc.test 907 Duy :You are logged in as Mai already", (await Proves(duy, "Duy"))[^1], StringComparison.Ordinal);
        Assert.Empty(Domain.Rules.Invariants.Broken(server.World));
    }

    private static Task<IReadOnlyList<string>> Proves(Client who, string account) => who.Ask("AUTHENTICATE PLAIN", $"AUTHENTICATE {Plain(account, "tea")}");
}
