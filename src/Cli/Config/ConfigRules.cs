using System.Net;

namespace ChatRoom.Cli.Config;

/// <summary>What is wrong with settings that are right each by itself.</summary>
internal static class ConfigRules
{
    public static IEnumerable<string> Faults(Configuration read) => Data(read).Concat(Reach(read)).Concat(Tls(read)).Concat(Http(read)).Concat(Gateways(read)).Concat(Patience(read));

    /// <summary>An address alone says nothing of who can reach it; a name other than localhost may stand for any, today's or tomorrow's.</summary>
    public static bool IsLoopback(string host) => IPAddress.TryParse(host, out var address) ? IPAddress.IsLoopback(address) : host == "localhost";

    private static IEnumerable<string> Data(Configuration read)
    {
        // A folder that the environment names for all commands, as in the image, is overruled by one that wants none.
        if (read.Get(ConfigTable.Memory) && read.Get(ConfigTable.Data) is not null && read.SourceOf(ConfigTable.Memory) <= read.SourceOf(ConfigTable.Data))
            yield return $"{read.WhereIs(ConfigTable.Memory)} and {read.WhereIs(ConfigTable.Data)} exclude each other: one keeps nothing, the other says where to keep it";
        if (read.Get(ConfigTable.Memory) && read.Get(ConfigTable.Journal) is not null)
            yield return $"{read.WhereIs(ConfigTable.Memory)} and {read.WhereIs(ConfigTable.Journal)} exclude each other: one keeps nothing, the other says where to keep it";
    }

    private static IEnumerable<string> Reach(Configuration read)
    {
        if (read.Get(ConfigTable.Host) is var host && !IsLoopback(host) && !read.Get(ConfigTable.Insecure) && !read.Get(ConfigTable.Tls))
            yield return $"{read.WhereIs(ConfigTable.Host)} {host} can be reached by others, and there is no TLS; {Add(read, ConfigTable.Tls)}, or {Add(read, ConfigTable.Insecure)} if that is meant";
    }

    private static IEnumerable<string> Tls(Configuration read)
    {
        ConfigKey[] needTls = [ConfigTable.TlsPort, ConfigTable.TlsCert, ConfigTable.TlsKey, ConfigTable.StsDays];
        var isOn = read.Get(ConfigTable.Tls);
        if (!isOn && needTls.FirstOrDefault(key => read.SourceOf(key) == ConfigSource.Flag) is { } given)
            yield return $"{given.Flag} is for TLS; {Add(read, ConfigTable.Tls)}";
        var days = isOn ? read.Get(ConfigTable.StsDays) : 0;
        var (cert, sts) = (read.Get(ConfigTable.TlsCert), read.WhereIs(ConfigTable.StsDays));
        if (cert is null != read.Get(ConfigTable.TlsKey) is null)
            yield return $"{read.WhereIs(ConfigTable.TlsCert)} and {read.WhereIs(ConfigTable.TlsKey)} belong together: give both, or neither for a self-signed certificate";
        else if (days > 0 && cert is null)
            yield return $"{sts} needs {read.WhereIs(ConfigTable.TlsCert)}: clients that hear it accept no self-signed certificate any more";
        if (days > 0 && read.Get(ConfigTable.TlsPort) == 0)
            yield return $"{sts} needs a {read.WhereIs(ConfigTable.TlsPort)} that stays the same, since clients remember it";
    }

    private static IEnumerable<string> Http(Configuration read)
    {
        var (where, host) = (read.WhereIs(ConfigTable.HttpHost), read.Get(ConfigTable.HttpHost));
        if (read.Get(ConfigTable.HttpPort) is null)
        {
            if (read.SourceOf(ConfigTable.HttpHost) == ConfigSource.Flag)
                yield return $"{where} is for HTTP; {Add(read, ConfigTable.HttpPort)}";
        }
        else if (!IPAddress.IsLoopback(host) && !read.Get(ConfigTable.Insecure))
        {
            yield return $"{where} {host} can be reached by others, and there is no TLS; leave it out, or {Add(read, ConfigTable.Insecure)} if that is meant";
        }
    }

    private static IEnumerable<string> Gateways(Configuration read)
    {
        if (read.Get(ConfigTable.WebIrcPasswordFile) is null != (read.Get(ConfigTable.WebIrcFrom).Count == 0))
            yield return $"{ConfigTable.WebIrcPasswordFile.Name} and {ConfigTable.WebIrcFrom.Name} belong together: a gateway is known by its address and by its password";
    }

    private static IEnumerable<string> Patience(Configuration read)
    {
        var (after, timeout) = (read.Get(ConfigTable.PingAfterSeconds), read.Get(ConfigTable.PingTimeoutSeconds));
        if (timeout <= after)
            yield return $"{read.WhereIs(ConfigTable.PingTimeoutSeconds)} {timeout} has to be more than {ConfigTable.PingAfterSeconds.Name}, which is {after}";
    }

    /// <summary>What to do, in the way in which the person says things.</summary>
    private static string Add(Configuration read, ConfigKey key) =>
        read.Sources.File is null ? $"add {key.Flag}" : $"set {key.Name} = {key.Example ?? "true"}";
}
