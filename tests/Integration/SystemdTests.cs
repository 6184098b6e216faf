using System.Net;
using System.Net.Sockets;

namespace ChatRoom.Integration.Tests;

/// <summary>The unit that operators install, and what its server says to systemd.</summary>
public sealed class SystemdTests
{
    private const string Program = "/usr/bin/chatroom";

    [InstalledFact("systemd-analyze")]
    public async Task Systemd_accepts_the_unit_without_a_word()
    {
        using var folder = new TemporaryFolder();
        await using var verify = RunningProgram.Other("systemd-analyze", "verify", "--man=no", Unit(folder));
        Assert.Equal(0, await verify.Exit());
        // What it only warns of, it ignores: a misspelt setting protects nothing.
        Assert.Empty(await verify.Errors.Rest());
    }

    [InstalledFact("systemd-analyze")]
    public async Task The_unit_exposes_little()
    {
        using var folder = new TemporaryFolder();
        // In tenths: 15 of 100, where a unit that protects nothing has 96.
        await using var security = RunningProgram.Other("systemd-analyze", "security", "--no-pager", "--offline=true", "--threshold=15", Unit(folder));
        var exit = await security.Exit();
        Assert.True(exit == 0, string.Join('\n', await security.Output.Rest()));
    }

    [InstalledFact("systemd-sysusers")]
    public async Task The_user_that_the_unit_names_is_the_one_that_is_made()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["etc"]);
        await using var sysusers = RunningProgram.Other("systemd-sysusers", $"--root={folder.Path}", "-");
        await sysusers.Type(await File.ReadAllTextAsync(Packaged("chatroom.sysusers")));
        sysusers.EndInput();
        Assert.Equal(0, await sysusers.Exit());
        var unit = await File.ReadAllLinesAsync(Packaged("chatroom.service"));
        var user = Assert.Single(unit, line => line.StartsWith("User=", StringComparison.Ordinal))["User=".Length..];
        Assert.Contains(await File.ReadAllLinesAsync(folder["etc/passwd"]), line => line.StartsWith($"{user}:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_tells_its_supervisor_what_becomes_of_it()
    {
        using var supervisor = new ListeningSupervisor();
        await using var server = Server(supervisor, "--memory", "--port", "0");
        var listening = await server.Output.Until("listening on ");
        Assert.Equal($"READY=1\nSTATUS={listening}", await supervisor.Next());
        Assert.Equal("WATCHDOG=1", await supervisor.Next());

        server.Send(Signal.HangUp);
        Assert.StartsWith("RELOADING=1\nMONOTONIC_USEC=", await NextButLife(supervisor));
        Assert.Equal("READY=1", await NextButLife(supervisor));

        server.Send(Signal.Terminate);
        Assert.StartsWith("STOPPING=1", await NextButLife(supervisor));
        Assert.Equal(0, await server.Exit());
    }

    [Fact]
    public async Task A_server_that_can_not_start_tells_its_supervisor_why()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        using var supervisor = new ListeningSupervisor();
        await using var server = Server(supervisor, "--memory", "--port", $"{port}");
        Assert.StartsWith($"STATUS=port {port} is in use on 127.0.0.1", await supervisor.Next());
        Assert.Equal(1, await server.Exit());
    }

    private static RunningProgram Server(ListeningSupervisor supervisor, params string[] options) => RunningProgram.ChatRoomWhere(
        [("NOTIFY_SOCKET", supervisor.Name), ("WATCHDOG_USEC", "200000")], ["serve", .. options]);

    private static async Task<string> NextButLife(ListeningSupervisor supervisor)
    {
        while (true)
        {
            if (await supervisor.Next() is var said && said != "WATCHDOG=1")
                return said;
        }
    }

    private static string Packaged(string file) => Checkout.Path("packaging", "systemd", file);

    /// <summary>The unit with the program where it lies now: systemd looks whether it is there.</summary>
    private static string Unit(TemporaryFolder folder)
    {
        var text = File.ReadAllText(Packaged("chatroom.service"));
        Assert.Contains($"ExecStart={Program} ", text);
        var path = folder["chatroom.service"];
        File.WriteAllText(path, text.Replace(Program, ChatRoomProgram.Path, StringComparison.Ordinal));
        return path;
    }
}
