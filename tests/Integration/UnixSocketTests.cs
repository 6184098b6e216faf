using System.Net.Sockets;
using System.Runtime.Versioning;
using System.Text;

namespace ChatRoom.Integration.Tests;

/// <summary>A Unix socket to listen on: who may use it, who comes over it, and what is left of it.</summary>
[SupportedOSPlatform("linux")]
public sealed class UnixSocketTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Place => _folder["irc"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Who_comes_over_a_Unix_socket_talks_with_everybody_and_it_is_gone_at_the_end()
    {
        await using var server = await RunningServer.Started("--memory", "--unix", Place);
        await server.Program.Output.Until($"listening on unix:{Place}");
        Assert.Equal(Convert.ToInt32("660", 8), (int)File.GetUnixFileMode(Place));
        await using var duy = await WireClient.EnterRoom(server.EndPoint, "Duy", "#lobby");
        using var mai = await Dial();
        await Say(mai, "NICK Mai\r\nUSER mai 0 * :Mai\r\nJOIN #lobby\r\nPRIVMSG #lobby :over-a-socket");
        Assert.Contains("!mai@guest ", await duy.Heard.Until(":over-a-socket"));
        Assert.Equal(0, await server.Stop());
        Assert.False(File.Exists(Place));
    }

    [Fact]
    public async Task What_a_dead_server_left_is_replaced_and_a_living_one_is_not()
    {
        await using var first = await RunningServer.Started("--memory", "--unix", Place);
        await using (var second = RunningProgram.ChatRoom("serve", "--port", "0", "--memory", "--unix", Place))
        {
            Assert.Equal(1, await second.Exit());
            Assert.Contains(await second.Errors.Rest(), line => line.Contains($"can't listen on unix:{Place}: another server listens there", StringComparison.Ordinal));
        }
        await first.Kill();
        Assert.True(File.Exists(Place));
        await using var third = await RunningServer.Started("--memory", "--unix", Place);
        await third.Program.Output.Until("listening on unix:");
        using var mai = await Dial();
    }

    [Fact]
    public async Task What_is_no_socket_is_not_touched()
    {
        await File.WriteAllTextAsync(Place, "somebody's file");
        await using var server = RunningProgram.ChatRoom("serve", "--port", "0", "--memory", "--unix", Place);
        Assert.Equal(1, await server.Exit());
        Assert.Contains(await server.Errors.Rest(), line => line.Contains("what lies there is no socket", StringComparison.Ordinal));
        Assert.Equal("somebody's file", await File.ReadAllTextAsync(Place));
    }

    [Fact]
    public async Task Where_a_proxy_has_to_say_for_whom_it_comes_its_word_counts()
    {
        var settings = _folder["chatroom.toml"];
        await File.WriteAllTextAsync(settings, $"[listen]\nunix = \"{Place}\"\nunix_mode = \"600\"\nunix_proxy = true\n");
        await using var server = await RunningServer.Started("--memory", "--config", settings);
        await server.Program.Output.Until("listening on unix:");
        Assert.Equal(Convert.ToInt32("600", 8), (int)File.GetUnixFileMode(Place));
        await using var duy = await WireClient.EnterRoom(server.EndPoint, "Duy", "#lobby");
        using var mai = await Dial();
        await Say(mai, "PROXY TCP4 198.51.100.3 198.51.100.4 5 6\r\nNICK Mai\r\nUSER mai 0 * :Mai\r\nJOIN #lobby");
        Assert.Matches("^:Mai!mai@[0-9a-z.]+\\.ip JOIN", await duy.Heard.Until(":Mai!"));
        using var nobody = await Dial();
        await Say(nobody, "NICK Anh\r\nUSER anh 0 * :Anh");
        Assert.Equal(0, await nobody.ReceiveAsync(new byte[1]).WaitAsync(LineFeed.Deadline));
    }

    private async Task<Socket> Dial()
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(Place));
        return socket;
    }

    private static async Task Say(Socket socket, string lines) => await socket.SendAsync(Encoding.UTF8.GetBytes($"{lines}\r\n"));
}
