using System.Diagnostics;
using System.Globalization;

namespace ChatRoom.Bench.Several;

/// <summary>
/// A network namespace for one server, with two wires: over one its people come, over the other it reaches the database, and that one can be cut so that nobody is
/// told. All of it is on this machine.
/// </summary>
public sealed class ServerNetwork : IDisposable
{
    private readonly string _name;
    private readonly string _wire;
    private readonly string _people;

    public ServerNetwork(int number)
    {
        var own = Environment.ProcessId % 100_000;
        (_name, _wire, _people) = ($"chat{own}x{number}", $"d{own}x{number}", $"p{own}x{number}");
        Ip("netns", "add", _name);
        Wire(_wire, "db0", Primary(number), Standby(number), Own(2 * number));
        Wire(_people, "people0", Address((2 * number) + 1, 1), null, Own((2 * number) + 1));
        Ip("-n", _name, "link", "set", "lo", "up");
        Host = Own((2 * number) + 1);
    }

    /// <summary>Why there can be none; null where there can.</summary>
    public static string? Missing
    {
        get
        {
            if (Environment.UserName != "root" || !File.Exists("/usr/sbin/ip") && !File.Exists("/sbin/ip"))
                return "networks of their own need root and iproute2";
            try
            {
                var trial = $"chat{Environment.ProcessId}trial";
                Ip("netns", "add", trial);
                Ip("netns", "del", trial);
                return null;
            }
            catch (InvalidOperationException refused)
            {
                return refused.Message;
            }
        }
    }

    /// <summary>Where the server listens for people.</summary>
    public string Host { get; }

    /// <summary>What starts a program in it.</summary>
    public IReadOnlyList<string> Starter => ["ip", "netns", "exec", _name];

    /// <summary>Where a database has to listen for the server with this number.</summary>
    public static string Primary(int number) => Address(2 * number, 1);

    /// <summary>The same for the other one of two databases.</summary>
    public static string Standby(int number) => Address(2 * number, 3);

    /// <summary>Nothing comes through, in either direction, and nobody is told.</summary>
    public void Cut() => Ip("link", "set", _wire, "down");

    public void Heal() => Ip("link", "set", _wire, "up");

    /// <summary>Its wires go with it.</summary>
    public void Dispose() => Ip("netns", "del", _name);

    private static string Own(int net) => Address(net, 2);

    /// <summary>Two runs at a time have two.</summary>
    private static string Address(int net, int host) => string.Create(CultureInfo.InvariantCulture, $"10.{64 + (Environment.ProcessId % 128)}.{net}.{host}");

    private void Wire(string outside, string inside, string first, string? second, string own)
    {
        Ip("link", "add", outside, "type", "veth", "peer", "name", inside, "netns", _name);
        Ip("addr", "add", $"{first}/24", "dev", outside);
        if (second is not null)
            Ip("addr", "add", $"{second}/24", "dev", outside);
        Ip("link", "set", outside, "up");
        Ip("-n", _name, "addr", "add", $"{own}/24", "dev", inside);
        Ip("-n", _name, "link", "set", inside, "up");
    }

    private static void Ip(params string[] words)
    {
        using var run = Process.Start(new ProcessStartInfo("ip", words) { RedirectStandardError = true }) ?? throw new InvalidOperationException("ip did not start");
        var wrong = run.StandardError.ReadToEnd();
        run.WaitForExit();
        if (run.ExitCode != 0)
            throw new InvalidOperationException($"ip {string.Join(' ', words)}: {wrong.Trim()}");
    }
}
