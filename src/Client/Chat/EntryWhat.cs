using ChatRoom.Client.Protocol;
using ChatRoom.Client.Text;

namespace ChatRoom.Client.Chat;

/// <summary>What an entry tells. Texts are exactly what came over the wire; a view makes them harmless.</summary>
public abstract record EntryWhat
{
    private EntryWhat()
    {
    }

    public sealed record Said(string Nick, string Text, Manner Manner, bool Own) : EntryWhat
    {
        public bool Notice { get; init; }

        /// <summary>The id of the message that this one answers.</summary>
        public string? ReplyTo { get; init; }

        /// <summary>It names us, or is said to us alone by somebody else.</summary>
        public bool Mention { get; init; }

        public DeliveryState Fate { get; init; }

        /// <summary>What the server said when it refused it.</summary>
        public string? Why { get; init; }

        /// <summary>The id under which we said it, for saying it again or taking it back; null for what others said, and for what is kept.</summary>
        public UInt128? Id { get; init; }

        /// <summary>Only some of the room hear it: `@#lobby` its operators. Null for all.</summary>
        public string? To { get; init; }

        /// <summary>Who took it back, its speaker or somebody who may; the text is gone then. Null if nobody did.</summary>
        public string? TakenBackBy { get; init; }

        /// <param name="folded">A word as <see cref="Letters"/> writes it.</param>
        internal bool Has(string folded) =>
            Letters.Fold(Text).Contains(folded, StringComparison.Ordinal) || Letters.Fold(Nick).Equals(folded, StringComparison.Ordinal);
    }

    public sealed record Came(string Nick) : EntryWhat;

    public sealed record Went(string Nick, string Reason) : EntryWhat;

    /// <summary>They left the server, not only the room.</summary>
    public sealed record Quit(string Nick, string Reason) : EntryWhat;

    public sealed record Kicked(string Nick, string By, string Reason) : EntryWhat;

    public sealed record Renamed(string Nick, string NewNick) : EntryWhat;

    /// <param name="Nick">Null: as we found it.</param>
    public sealed record Topic(string? Nick, string Text) : EntryWhat;

    /// <summary>Modes of the room were changed, as one says it: "made Duy an operator".</summary>
    public sealed record Modes(string Nick, string Text) : EntryWhat;

    /// <summary>Words of the server, or an answer to a command.</summary>
    public sealed record Info(string Text) : EntryWhat;

    /// <summary>Somebody asks us into a room; a screen lets the person go there.</summary>
    public sealed record Invitation(string By, string Room) : EntryWhat;

    public sealed record Wrong(string Text) : EntryWhat;

    /// <summary>Here something is missing: the connection was away for longer than the server tells, or does not tell at all.</summary>
    public sealed record Gap : EntryWhat;

    /// <summary>Between these moments, by our clock, there was no connection.</summary>
    /// <param name="Until">Null while there still is none.</param>
    public sealed record Offline(DateTimeOffset From, DateTimeOffset? Until) : EntryWhat;
}
