using System.IO.Enumeration;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Worlds;
using ChatRoom.Irc;

namespace ChatRoom.Server.Sessions.Answers;

/// <summary>Which servers are one chat, and on which of them somebody is. All of them know the same, so there are no hops between them.</summary>
public static class ServerAnswers
{
    /// <summary>The server of somebody's newest start of those that hold a connection of theirs; this one, for who stays without any.</summary>
    public static string Of(World world, Person person, ServerInfo info)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(info);
        return person.Connections.Max.TryGet(out var connection) && world.Servers.ContainsKey(connection.Server) ? world.NameOf(connection.Server) : info.Name;
    }

    /// <summary>Each server that somebody is on: several for who has devices on several.</summary>
    public static void Whois(World world, Person person, Numeric to, ServerInfo info)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(info);
        var servers = person.Connections.Select(connection => connection.Server).Distinct().Where(server => world.Servers.ContainsKey(server)).ToArray();
        foreach (var server in servers)
            to.Begin(Numerics.RplWhoisServer).Param(person.Nick.Text).Param(world.NameOf(server)).Last(VersionOf(world.Servers[server])).End();
        if (servers.Length == 0)
            to.Begin(Numerics.RplWhoisServer).Param(person.Nick.Text).Param(info.Name).Last("stays without a connection just now").End();
    }

    /// <summary>A server that is alone is linked to none, and says so.</summary>
    public static void Links(in Standpoint from, string mask, Numeric to)
    {
        var all = All(from);
        var isAlone = all.Count == 1;
        foreach (var server in all.Where(server => !isAlone && Fits(server, mask)))
            to.Begin(Numerics.RplLinks).Param(server.Name).Param(server.Name).Last($"0 {from.Info.Network}").End();
        to.Begin(Numerics.RplEndOfLinks).Param(mask.Length == 0 ? "*" : Numeric.Word(mask)).Last(isAlone ? "End of LINKS: there is this server alone" : "End of LINKS").End();
    }

    /// <summary>This one first: it is where the one who asks stands.</summary>
    public static void Map(in Standpoint from, Numeric to)
    {
        foreach (var server in All(from).OrderByDescending(server => server.IsThis))
            to.Begin(Numerics.RplMap).Last($"{(server.IsThis ? "" : "- ")}{server.Name}").End();
        to.Begin(Numerics.RplMapEnd).Last("End of the map").End();
    }

    /// <summary>The server that is meant: this one if none is named, or if it fits. Where there is none that is said.</summary>
    public static Found? Find(in Standpoint from, string word, Numeric to)
    {
        ArgumentNullException.ThrowIfNull(word);
        var found = All(from).OrderByDescending(server => server.IsThis).FirstOrDefault(server => word.Length == 0 ? server.IsThis : Fits(server, word));
        if (found is null)
            to.Begin(Numerics.ErrNoSuchServer).Param(Numeric.Word(word)).Last("No server is called that; LINKS lists those that there are").End();
        return found;
    }

    /// <summary>In the order of their numbers. This one knows itself whatever the journal says.</summary>
    private static List<Found> All(in Standpoint from)
    {
        var (world, info, own) = (from.World, from.Info, from.Connection.Server);
        var all = new List<(ServerId Server, Found Found)> { (own, new Found(world.Servers.ContainsKey(own) ? world.NameOf(own) : info.Name, info.Version, info.Started, IsThis: true)) };
        foreach (var server in world.Living.Where(server => server != own))
            all.Add((server, new Found(world.NameOf(server), VersionOf(world.Servers[server]), world.Servers[server].Since, IsThis: false)));
        return [.. all.OrderBy(one => one.Server).Select(one => one.Found)];
    }

    private static bool Fits(Found server, string mask) => mask.Length == 0 || FileSystemName.MatchesSimpleExpression(mask, server.Name);

    private static string VersionOf(ServerLife life) => life.Version.Length == 0 ? "an older version" : life.Version;

    /// <summary>A server that lives.</summary>
    public sealed record Found(string Name, string Version, Timestamp Since, bool IsThis);
}
