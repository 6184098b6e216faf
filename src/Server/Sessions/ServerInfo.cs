using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Irc;
using ChatRoom.Journal;
using ChatRoom.Server.Settings;
using ChatRoom.Server.Transport.Tls;

namespace ChatRoom.Server.Sessions;

/// <summary>What the server says of itself.</summary>
public sealed record ServerInfo(string Name, string Network, string Version, Timestamp Started, Epochs Epochs, PublishedSettings Live)
{
    /// <summary>Stands where IRC shows a host: people's addresses are nobody's business.</summary>
    public const string Host = "guest";

    /// <summary>Null without TLS.</summary>
    public Sts? Sts { get; init; }

    /// <summary>Of accounts' exports.</summary>
    public OneAtATime Exporting { get; } = new();

    /// <summary>What it can do and how much of it, within these limits of the rules.</summary>
    public ISupport Support(RuleLimits rules, bool isAlarmed = false, string? icon = null, string deniedTags = "")
    {
        ArgumentNullException.ThrowIfNull(rules);
        string[] now =
        [
            .. isAlarmed ? (string[])["ACCOUNTREQUIRED", "draft/ACCOUNTREQUIRED"] : [], .. icon is null ? (string[])[] : [$"draft/ICON={icon}"],
            .. deniedTags.Length == 0 ? (string[])[] : [$"CLIENTTAGDENY={deniedTags}"],
        ];
        return ISupport.Default.With([
            $"NETWORK={Network}", "CASEMAPPING=ascii", "CHANTYPES=#", ModeTable.Prefix, ModeTable.StatusMessage, ModeTable.ChannelModes,
            $"MODES={Server.Limits.ModeChanges}",
            $"CHANLIMIT=#:{rules.RoomsOfPerson}", $"NICKLEN={Nick.Most}", $"USERLEN={Server.Limits.UserLength}", $"NAMELEN={Server.Limits.RealNameBytes}",
            $"CHANNELLEN={RoomName.Most}", $"TOPICLEN={rules.TopicBytes}", $"AWAYLEN={rules.AwayBytes}", $"KEYLEN={Server.Limits.KeyBytes}", $"KICKLEN={Server.Limits.ReasonBytes}", "KNOCK", ModeTable.Extban, ModeTable.AccountExtban, $"SILENCE={RuleLimits.SilencesOfPerson}", $"MAXLIST={ModeTable.ListLetters}:{RuleLimits.MasksOfRoom}", "EXCEPTS=e", "INVEX=I", $"TARGMAX=PRIVMSG:{Server.Limits.Targets},"
            + $"NOTICE:{Server.Limits.Targets},TAGMSG:{Server.Limits.Targets},KICK:{Server.Limits.Targets},JOIN:,PART:,NAMES:1,WHOIS:1,WHOWAS:1,LIST:",
            $"MAXTARGETS={Server.Limits.Targets}", $"CHATHISTORY={Server.Limits.HistoryPage}", "MSGREFTYPES=msgid,timestamp", "UTF8ONLY", "SAFELIST", "WHOX", $"MONITOR={Server.Limits.Watched}", "BOT=B", "ELIST=CMNTU", .. now]);
    }
}
