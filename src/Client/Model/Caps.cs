using System.Collections.Immutable;

namespace ChatRoom.Client;

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

    /// <summary>In the order in which we ask.</summary>
    public static ImmutableList<string> Wanted { get; } =
        [Tags, "server-time", Echo, Batch, Labels, "cap-notify", "multi-prefix", History, Once];
}
