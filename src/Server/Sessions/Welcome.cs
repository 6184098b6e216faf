using ChatRoom.Domain.Events;
using ChatRoom.Domain.Worlds;
using ChatRoom.Irc;
using ChatRoom.Server.Sessions.Answers;

namespace ChatRoom.Server.Sessions;

/// <summary>What a newcomer is told, and the same things when they are asked for later.</summary>
public sealed class Welcome(ServerInfo info, Census census)
{
    private volatile Made? _support;

    public IEnumerable<Written> Write(Standpoint from, Numeric to)
    {
        var world = from.World;
        to.Begin(Numerics.RplWelcome).Last($"Welcome to {info.Network}, {to.Nick}").End();
        to.Begin(Numerics.RplYourHost).Last($"Your host is {info.Name}, running {info.Version}").End();
        to.Begin(Numerics.RplCreated).Last($"This server was started at {ServerTime.Format(info.Started.Milliseconds)}").End();
        to.Begin(Numerics.RplMyInfo).Param(info.Name).Param(info.Version).Param("BRiorw").Param(ModeTable.All).Param(ModeTable.WithParameter).End();
        Support(world, to);
        Users(from, to);
        MetadataAnswers.Own(from, to);
        Motd(to);
        PeopleAnswers.Modes(world, to.Nick, "", to);
        yield return default;
    }

    /// <summary>The same for everybody as long as what it depends on is, so it is put together once.</summary>
    public ISupport SupportOf(World world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var on = new Known(world.Limits, world.IsAlarmed, info.Live.Current.Icon, info.Live.Current.DeniedTags.Text);
        if (_support is { } known && known.On == on)
            return known.Support;
        var support = info.Support(world.Limits, on.IsAlarmed, on.Icon, on.DeniedTags);
        _support = new Made(on, support);
        return support;
    }

    public void Support(World world, Numeric to) => Support(SupportOf(world).ToLines(), to);

    public static void Support(IEnumerable<IReadOnlyList<string>> lines, Numeric to)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var isBatch = to.Capabilities.HasFlag(Capability.Batch | Capability.ExtendedSupport);
        if (isBatch)
            to.Writer.Source(to.Server).Command("BATCH"u8).Param("+support").Param("draft/isupport").End();
        foreach (var line in lines)
        {
            if (isBatch)
                to.Writer.Tag("batch"u8, "support");
            var begun = to.Begin(Numerics.RplISupport);
            foreach (var token in line)
                begun.Param(token);
            begun.Last("are supported by this server").End();
        }
        if (isBatch)
            to.Writer.Source(to.Server).Command("BATCH"u8).Param("-support").End();
    }

    public void Users(in Standpoint from, Numeric to)
    {
        var world = from.World;
        var (people, rooms, servers) = (world.People.Count, world.Rooms.Count, Math.Max(1, world.Living.Count()));
        // Who stays without a connection is counted where there is no other server.
        var here = servers == 1 ? people : from.Present();
        var most = Math.Max(here, census.Most);
        // Everybody is +i.
        to.Begin(Numerics.RplLUserClient).Last($"There are 0 users and {people} invisible on {servers} server{(servers == 1 ? "" : "s")}").End();
        to.Begin(Numerics.RplLUserOp).Param(world.OnDuty.Count).Last("operators online").End();
        to.Begin(Numerics.RplLUserUnknown).Param(census.Unregistered).Last("unknown connections").End();
        to.Begin(Numerics.RplLUserChannels).Param(rooms).Last("rooms are open").End();
        to.Begin(Numerics.RplLUserMe).Last($"I have {here} clients and {servers - 1} servers").End();
        to.Begin(Numerics.RplLocalUsers).Param(here).Param(most).Last($"Current local users {here}, max {most}").End();
        to.Begin(Numerics.RplGlobalUsers).Param(people).Param(Math.Max(people, most)).Last($"Current global users {people}, max {Math.Max(people, most)}").End();
    }

    public void Motd(Numeric to)
    {
        if (info.Live.Current.Motd is not { Count: > 0 } lines)
        {
            to.Begin(Numerics.ErrNoMotd).Last("This server has no message of the day").End();
            return;
        }
        to.Begin(Numerics.RplMotdStart).Last($"- {info.Name} message of the day -").End();
        foreach (var line in lines)
            to.Begin(Numerics.RplMotd).LastFitting($"- {line}").End();
        to.Begin(Numerics.RplEndOfMotd).Last("End of the message of the day").End();
    }

    public void Info(Numeric to)
    {
        to.Begin(Numerics.RplInfo).Last($"{info.Name} runs {info.Version}, and was started at {ServerTime.Format(info.Started.Milliseconds)}").End();
        to.Begin(Numerics.RplInfo).Last("ChatRoom is a chat server that keeps what is said before anybody hears it").End();
        to.Begin(Numerics.RplEndOfInfo).Last("End of INFO").End();
    }

    public void Version(World world, Numeric to)
    {
        to.Begin(Numerics.RplVersion).Param(info.Version).Param(info.Name).Last("ChatRoom").End();
        Support(world, to);
    }

    private sealed record Known(RuleLimits Rules, bool IsAlarmed, string? Icon, string DeniedTags);

    private sealed record Made(Known On, ISupport Support);
}
