namespace ChatRoom.Irc;

/// <summary>
/// The table of capabilities: what is not here, neither the server offers nor the client asks for. A new one is a line in
/// <see cref="Capability"/> and a line here.
/// </summary>
public static class Capabilities
{
    /// <summary>In the order in which CAP LS and CAP LIST name them.</summary>
    private static readonly (Capability Flag, string Name)[] Table =
    [
        (Capability.MessageTags, "message-tags"),
        (Capability.ServerTime, "server-time"),
        (Capability.EchoMessage, "echo-message"),
        (Capability.Batch, "batch"),
        (Capability.LabeledResponse, "labeled-response"),
        (Capability.MultiPrefix, "multi-prefix"),
        (Capability.CapNotify, "cap-notify"),
        (Capability.ChatHistory, "draft/chathistory"),
        (Capability.EventPlayback, "draft/event-playback"),
        (Capability.AccountTag, "account-tag"),
        (Capability.AccountNotify, "account-notify"),
        (Capability.AwayNotify, "away-notify"),
        (Capability.ExtendedJoin, "extended-join"),
        (Capability.ChangeHost, "chghost"),
        (Capability.SetName, "setname"),
        (Capability.UserHostInNames, "userhost-in-names"),
        (Capability.InviteNotify, "invite-notify"),
        (Capability.Sasl, "sasl"),
        (Capability.StandardReplies, "standard-replies"),
        (Capability.ExtendedMonitor, "extended-monitor"),
        (Capability.Multiline, "draft/multiline"),
        (Capability.MessageRedaction, "draft/message-redaction"),
        (Capability.ReadMarker, "draft/read-marker"),
        (Capability.NoImplicitNames, "no-implicit-names"),
        (Capability.NoImplicitNamesDraft, "draft/no-implicit-names"),
        (Capability.ExtendedSupport, "draft/extended-isupport"),
        (Capability.OperatorTag, "draft/oper-tag"),
        (Capability.AccountRegistration, "draft/account-registration"),
        (Capability.ChannelRename, "draft/channel-rename"),
        (Capability.PreAway, "draft/pre-away"),
        (Capability.Metadata, "draft/metadata-2"),
        (Capability.Metadata3, "draft/metadata-3"),
        (Capability.Persistence, "draft/persistence"),
        (Capability.Search, "soju.im/search"),
        (Capability.ZncPlayback, "znc.in/playback"),
        (Capability.Once, "chatroom/once"),
        (Capability.Resume, "chatroom/resume"),
        (Capability.Context, "chatroom/context"),
    ];

    /// <summary>Every capability, one flag each, in the order of the table.</summary>
    public static IEnumerable<Capability> All => Table.Select(row => row.Flag);

    /// <summary>The name of a single capability.</summary>
    public static string Name(Capability single)
    {
        foreach (var (flag, name) in Table)
        {
            if (flag == single)
                return name;
        }
        throw new ArgumentOutOfRangeException(nameof(single), single, "This is not one capability.");
    }

    /// <summary>The capability of that name, which is case-sensitive; <see cref="Capability.None"/> if we don't know it.</summary>
    public static Capability Find(ReadOnlySpan<char> name)
    {
        foreach (var (flag, known) in Table)
        {
            if (name.SequenceEqual(known))
                return flag;
        }
        return Capability.None;
    }

    /// <summary>The names of a set, in the order of the table.</summary>
    public static IEnumerable<string> Names(Capability set) =>
        from row in Table where (set & row.Flag) != 0 select row.Name;

    /// <summary>Reads the list of a CAP LS, LIST, NEW, DEL, ACK or REQ: "a b=c -d".</summary>
    public static ValueList<CapabilityToken> ParseList(string list) =>
        [.. list.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(CapabilityToken.Parse)];
}
