using System.Diagnostics;
using System.Net;

namespace ChatRoom.Integration.Tests.RealClients;

/// <summary>
/// Small clients, a bot, a bouncer and two libraries: each logs in as Tuan, enters, hears and is heard, and leaves so that everybody knows. All speak to Duy, who was
/// there first and knows nothing of them.
/// </summary>
public sealed class SmallClientTests : IDisposable
{
    private readonly TemporaryFolder _data = new();

    public void Dispose() => _data.Dispose();

    [InstalledFact("ii", "tail")]
    public async Task Ii_comes_hears_says_and_leaves()
    {
        await using var server = await LoginStory.Serve(_data);
        await using var duy = await EnterDuy(server);
        await using var ii = new Ii(server.EndPoint);
        await ii.Shown.Until("Welcome to ");
        await ii.Order("/j #lobby");
        await Talk(duy, ii);
        await ii.Order("/q so long");
        await Leaves(duy);
        Assert.Equal(0, await ii.Exit());
    }

    [InstalledFact("sic")]
    public async Task Sic_comes_hears_says_and_leaves()
    {
        await using var server = await LoginStory.Serve(_data);
        await using var duy = await EnterDuy(server);
        await using var sic = new TypedClient(
            RunningProgram.Other("sic", "-h", $"{server.EndPoint.Address}", "-p", $"{server.EndPoint.Port}", "-n", "Tuan", "-k", "Tuan:tea"), line => line.StartsWith(':') ? line : $":m #lobby {line}");
        await sic.Shown.Until("Welcome to ");
        await sic.Type(":j #lobby");
        await Talk(duy, sic);
        await sic.Type(":QUIT :so long");
        await Leaves(duy);
        await sic.Exit();
    }

    [InstalledFact("/usr/lib/python3/dist-packages/irc/client.py")]
    public async Task A_bot_on_python3_irc_comes_hears_says_and_leaves()
    {
        await using var server = await LoginStory.Serve(_data);
        await using var duy = await EnterDuy(server);
        await using var bot = new TypedClient(RunningProgram.Other("/usr/bin/python3", [Script("bot.py"), .. Words(server.EndPoint)]), line => line);
        await Talk(duy, bot);
        await bot.Type("quit");
        await Leaves(duy);
        Assert.Equal(0, await bot.Exit());
    }

    [InstalledFact("node", "node_modules/irc-framework")]
    public async Task A_bot_on_irc_framework_comes_hears_says_sees_history_and_leaves()
    {
        await using var server = await LoginStory.Serve(_data);
        await using var duy = await EnterDuy(server);
        var start = new ProcessStartInfo("node", [Script("bot.js"), .. Words(server.EndPoint)]);
        start.Environment["NODE_PATH"] = NodeModules.With("irc-framework");
        await using var bot = new TypedClient(RunningProgram.Of(start), line => line);
        await bot.Shown.Until("logged in as Tuan");
        // It can ask.
        await Talk(duy, bot, isTold: false);
        await bot.Type("history");
        await bot.Shown.Until("message Duy chathistory said-before");
        await bot.Type("quit");
        await Leaves(duy);
        Assert.Equal(0, await bot.Exit());
    }

    [InstalledFact("supybot")]
    public async Task Limnoria_logs_in_answers_and_leaves()
    {
        await using var server = await LoginStory.Serve(_data);
        await using var duy = await EnterDuy(server);
        await using var bot = new Limnoria(server.EndPoint);
        await IsThere(duy);
        // It says of itself that it is a program (+B), so it is told nothing of what was said before, and answers nothing of that.
        await duy.Send("PRIVMSG #lobby :@echo glad-to-be-here");
        await duy.Heard.Until(" PRIVMSG #lobby :glad-to-be-here");
        await duy.Send("PRIVMSG #lobby :@quit so long");
        await Leaves(duy);
        Assert.Equal(0, await bot.Program.Exit());
    }

    [InstalledFact("znc")]
    public async Task Behind_ZNC_somebody_comes_and_goes_and_misses_nothing()
    {
        await using var server = await LoginStory.Serve(_data);
        await using var duy = await EnterDuy(server);
        await using var znc = new Znc(server.EndPoint);
        await IsThere(duy);
        await using (var tuan = await znc.Attach("Tuan's first client"))
        {
            await tuan.Heard.Until("said-before");
            await duy.Send("PRIVMSG #lobby :here-you-are");
            await tuan.Heard.Until(":here-you-are");
            await tuan.Send("PRIVMSG #lobby :glad-to-be-here");
            await duy.Heard.Until(" PRIVMSG #lobby :glad-to-be-here");
            await tuan.Quit();
        }
        await duy.Send("PRIVMSG #lobby :while-you-were-away");
        await using (var tuan = await znc.Attach("Tuan's second client"))
            await tuan.Heard.Until("while-you-were-away");
        znc.Program.Send(Signal.Terminate);
        await Leaves(duy);
        Assert.Equal(0, await znc.Program.Exit());
    }

    private static string Script(string name) => Checkout.Path("tests", "Integration", "RealClients", name);

    private static IEnumerable<string> Words(IPEndPoint server) => [$"{server.Address}", $"{server.Port}"];

    private static async Task<WireClient> EnterDuy(RunningServer server)
    {
        var duy = await WireClient.EnterRoom(server.EndPoint, "Duy", "#lobby", "extended-join");
        await duy.Send("PRIVMSG #lobby :said-before");
        return duy;
    }

    /// <summary>As Tuan's account, which the server tells with the join.</summary>
    private static async Task IsThere(WireClient duy) => Assert.Contains(" JOIN #lobby Tuan :", await duy.Heard.Until(":Tuan!"));

    private static async Task Talk(WireClient duy, IRealClient tuan, bool isTold = true)
    {
        await IsThere(duy);
        if (isTold)
            await tuan.Shown.Until("said-before");
        await duy.Send("PRIVMSG #lobby :here-you-are");
        await tuan.Shown.Until("here-you-are");
        await tuan.Type("glad-to-be-here");
        await duy.Heard.Until(" PRIVMSG #lobby :glad-to-be-here");
    }

    private static async Task Leaves(WireClient duy) => Assert.StartsWith(":Tuan!", await duy.Heard.Until(" QUIT :Quit: "));
}
