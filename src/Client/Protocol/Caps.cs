using System.Collections.Immutable;

namespace ChatRoom.Client.Protocol;

/// <summary>The capabilities that we ask for where they are offered.</summary>
public static class Caps
{
    public const string Tags = "message-tags";

    public const string Echo = "echo-message";

    public const string Labels = "labeled-response";

    public const string Batch = "batch";

    public const string History = "draft/chathistory";

    /// <summary>Ours: a message may carry an id given by its sender, and said again under that id it is the same message.</summary>
    public const string Once = "chatroom/once";

    /// <summary>The client tag that carries that id.</summary>
    public const string OnceTag = "+chatroom/once";

    /// <summary>An account can be proved before the greeting; asked for only by who has one.</summary>
    public const string Sasl = "sasl";

    /// <summary>An account can be made with REGISTER.</summary>
    public const string AccountRegistration = "draft/account-registration";

    /// <summary>Ours: who reconnects takes over from their own dead connection (RESUME).</summary>
    public const string Resume = "chatroom/resume";

    /// <summary>What a message answers.</summary>
    public const string ReplyTag = "+draft/reply";

    public const string ReactTag = "+draft/react";

    public const string UnreactTag = "+draft/unreact";

    public const string TypingTag = "+typing";

    public const string AwayNotify = "away-notify";

    /// <summary>Ours: history tells reactions beside their message, and not who came and went.</summary>
    public const string Context = "chatroom/context";

    /// <summary>The tag of a line of history that comes with the message before it, wherever its own place is.</summary>
    public const string ContextTag = "draft/chathistory-context";

    /// <summary>The tag of a page of history behind which there is no more.</summary>
    public const string EndTag = "draft/chathistory-end";

    /// <summary>Messages can be taken back (REDACT).</summary>
    public const string Redaction = "draft/message-redaction";

    public const string ReadMarker = "draft/read-marker";

    /// <summary>Searching on the server (SEARCH), by the name of the draft and by that of the bouncer which has it.</summary>
    public const string Search = "draft/search";

    public const string SojuSearch = "soju.im/search";

    public const string Multiline = "draft/multiline";

    /// <summary>A room that is called otherwise is told as the same one (RENAME).</summary>
    public const string ChannelRename = "draft/channel-rename";

    /// <summary>In the order in which we ask.</summary>
    public static ImmutableList<string> Wanted { get; } =
        [Tags, "server-time", Echo, Batch, Labels, "cap-notify", "multi-prefix", History, Once];

    /// <summary>What only a screen shows: who is away, others' invitations, hosts, what was taken back, what other devices read.</summary>
    public static ImmutableList<string> WantedByScreens { get; } =
        [AwayNotify, "invite-notify", "chghost", Redaction, ReadMarker, Search, SojuSearch, Multiline, Context, ChannelRename];

    public static IEnumerable<string> WantedFor(ClientSettings settings) =>
        (settings.Features.HasFlag(ClientFeatures.Activity) ? Wanted.Concat(WantedByScreens) : Wanted)
            .Concat(settings.Token is null ? [] : [Resume])
            .Concat(settings.Account is null ? [] : [Sasl]);
}
