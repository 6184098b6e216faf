using ChatRoom.Irc;

namespace ChatRoom.Server.Sessions.Answers;

/// <summary>What belongs together of metadata. For who does not know batches, and where nothing is asked for, the lines stand alone.</summary>
internal readonly struct MetadataBatch
{
    private const string Name = "metadata";
    private readonly Numeric _to;
    private readonly bool _isOpen;

    private MetadataBatch(Numeric to, bool isOpen) => (_to, _isOpen) = (to, isOpen);

    /// <summary>About somebody or a room, or of the keys to which the client subscribed.</summary>
    public static MetadataBatch Begin(Numeric to, string about, string kind = "metadata")
    {
        var batch = new MetadataBatch(to, to.Capabilities.HasFlag(Capability.Batch));
        if (!batch._isOpen)
            return batch;
        var begun = to.Writer.Source(to.Server).Command("BATCH"u8).Param($"+{Name}").Param(kind);
        if (about.Length > 0)
            begun.Param(about);
        begun.End();
        return batch;
    }

    public static MetadataBatch None(Numeric to) => new(to, isOpen: false);

    /// <summary>Begins a line of it, with its source.</summary>
    public LineWriter Line() => (_isOpen ? _to.Writer.Tag("batch"u8, Name) : _to.Writer).Source(_to.Server);

    public void End()
    {
        if (_isOpen)
            _to.Writer.Source(_to.Server).Command("BATCH"u8).Param($"-{Name}").End();
    }
}
