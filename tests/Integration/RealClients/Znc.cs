using System.Net;

namespace ChatRoom.Integration.Tests.RealClients;

/// <summary>ZNC is a bouncer: it stays connected as Tuan, and Tuan's clients come to it.</summary>
internal sealed class Znc : IAsyncDisposable
{
    private readonly TemporaryFolder _home = new();

    public Znc(IPEndPoint server)
    {
        EndPoint = new IPEndPoint(IPAddress.Loopback, FreePort.Take());
        Directory.CreateDirectory(_home["configs"]);
        // It keeps what was said while nobody was connected, and says when that was to who knows server-time.
        File.WriteAllText(_home["configs/znc.conf"], $$"""
            Version = 1.8.2
            ConnectDelay = 0
            ServerThrottle = 0
            <Listener here>
              Host = 127.0.0.1
              Port = {{EndPoint.Port}}
              IPv4 = true
              IPv6 = false
              SSL = false
            </Listener>
            <User Tuan>
              Nick = Tuan
              Ident = tuan
              RealName = Tuan
              Pass = plain#bouncer
              <Network here>
                Server = {{server.Address}} {{server.Port}} Tuan:tea
                FloodBurst = 100
                <Chan #lobby>
                </Chan>
              </Network>
            </User>

            """);
        Program = RunningProgram.Other(Command[0], [.. Command.Skip(1), "--foreground", "--no-color", "--datadir", _home.Path]);
    }

    /// <summary>Where it listens for clients.</summary>
    public IPEndPoint EndPoint { get; }

    public RunningProgram Program { get; }

    /// <summary>A client of Tuan's comes to it.</summary>
    public async Task<WireClient> Attach(string name)
    {
        var client = await WireClient.Connect(EndPoint, name);
        await client.Send("PASS Tuan/here:bouncer\r\nNICK Tuan\r\nUSER tuan 0 * :Tuan");
        await client.Heard.Until(" 366 Tuan #lobby ");
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await Program.DisposeAsync();
        _home.Dispose();
    }

    /// <summary>As root it thinks for half a minute whether it should start at all, so there it is nobody, and all is everybody's.</summary>
    private string[] Command
    {
        get
        {
            if (OperatingSystem.IsWindows() || Environment.UserName != "root")
                return ["znc"];
            foreach (var place in new[] { _home.Path, _home["configs"], _home["configs/znc.conf"] })
                File.SetUnixFileMode(place, (UnixFileMode)Convert.ToInt32("777", 8));
            return ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "znc"];
        }
    }
}
