using System.Net;
using System.Net.Sockets;

namespace ChatRoom.Integration.Tests.RealClients;

/// <summary>A page in a browser: it comes over a WebSocket, from an origin that the operator named.</summary>
public sealed class WebPageTests : IDisposable
{
    private const string ForWebSockets = " for WebSockets";

    private readonly TemporaryFolder _data = new();

    public void Dispose() => _data.Dispose();

    [InstalledFact("chromium")]
    public async Task A_page_in_Chromium_logs_in_chats_sees_history_and_leaves()
    {
        using var site = new HttpListener();
        var origin = Open(site);
        var settings = _data["chatroom.toml"];
        await File.WriteAllTextAsync(settings, $"[websocket]\norigins = [\"{origin}\"]\n");
        await using var server = await LoginStory.Serve(_data, "--config", settings, "--ws-port", "0");
        var web = (await server.Program.Output.Until(ForWebSockets)).Split(' ')[2];
        await using var duy = await WireClient.EnterRoom(server.EndPoint, "Duy", "#lobby", "extended-join");
        await duy.Send("PRIVMSG #lobby :said-before");

        var served = Serve(site);
        await using var chromium = RunningProgram.Other(
            "chromium", "--headless", "--no-sandbox", "--disable-gpu", $"--user-data-dir={_data["profile"]}", "--remote-debugging-port=0", $"{origin}/?server=ws://{web}");
        Assert.Contains(" JOIN #lobby Tuan :", await duy.Heard.Until(":Tuan!"));
        await duy.Heard.Until(" PRIVMSG #lobby :what was said before: said-before");
        await duy.Send("PRIVMSG #lobby :here-you-are");
        await duy.Heard.Until(" PRIVMSG #lobby :glad to be here, Duy 👋");
        await duy.Send("PRIVMSG #lobby :out-you-go");
        Assert.StartsWith(":Tuan!", await duy.Heard.Until(" QUIT :Quit: so long"));
        site.Stop();
        await served;
    }

    /// <summary>A web server of its own, on a port that was free a moment ago.</summary>
    private static string Open(HttpListener site)
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var origin = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}";
        free.Stop();
        site.Prefixes.Add($"{origin}/");
        site.Start();
        return origin;
    }

    private static async Task Serve(HttpListener site)
    {
        var page = await File.ReadAllBytesAsync(Checkout.Path("tests", "Integration", "RealClients", "chat.html"));
        try
        {
            while (site.IsListening)
            {
                var asked = await site.GetContextAsync();
                asked.Response.ContentType = "text/html";
                await asked.Response.OutputStream.WriteAsync(page);
                asked.Response.Close();
            }
        }
        catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException)
        {
            // The test stops the site when it is done.
        }
    }
}
