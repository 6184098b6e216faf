using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Data;
using ChatRoom.Domain.Names;
using ChatRoom.Irc;
using ChatRoom.Server.Accounts;

namespace ChatRoom.Server.Sessions.Commands;

/// <summary>The connections of one's account, and whether one stays without any: DEVICES, PERSISTENCE (draft/persistence).</summary>
public static class Devices
{
    internal static readonly CommandRow[] Commands =
    [
        new("DEVICES", 0, CommandTime.After, Hear),
        new("PERSISTENCE", 1, CommandTime.After, Persistence),
    ];

    public static void Hear(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        Hear(session, line.Text(0), line.Text(1), isSpoken: false);
    }

    /// <summary>LIST, which is meant where nothing is said, or END device.</summary>
    public static void Hear(Session session, string what, string device, bool isSpoken)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(what);
        if (what.Length == 0 || what.Equals("LIST", StringComparison.OrdinalIgnoreCase))
            session.Reply(new IrcReply.OwnDevices(isSpoken));
        else if (what.Equals("END", StringComparison.OrdinalIgnoreCase) && DeviceNames.Parse(device).TryGet(out var one))
            session.Act(new Command.EndDevice(Option<AccountName>.None, one));
        else
            session.Fail("DEVICES", "INVALID_PARAMS", "", "DEVICES LIST and DEVICES END device are what can be said; a device is named as the list does");
    }

    public static void Persistence(Session session, in Line line)
    {
        ArgumentNullException.ThrowIfNull(session);
        Persistence(session, line.Text(0), line.Text(1), isSpoken: false);
    }

    public static void Persistence(Session session, string what, string setting, bool isSpoken)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(what);
        ArgumentNullException.ThrowIfNull(setting);
        var isSet = what.Equals("SET", StringComparison.OrdinalIgnoreCase);
        switch (isSet ? setting.ToUpperInvariant() : what.ToUpperInvariant())
        {
            case "ON" or "TRUE" when isSet:
                session.Act(new Command.SetPersistence(true));
                break;
            case "OFF" or "FALSE" when isSet:
                session.Act(new Command.SetPersistence(false));
                break;
            case "DEFAULT" when isSet:
                session.Act(new Command.SetPersistence(Option<bool>.None));
                break;
            case "GET" when !isSet:
                break;
            default:
                session.Fail("PERSISTENCE", "INVALID_PARAMS", "", "PERSISTENCE GET and PERSISTENCE SET ON, OFF or DEFAULT are what can be said");
                return;
        }
        session.Reply(new IrcReply.OwnPersistence(isSpoken));
    }
}
