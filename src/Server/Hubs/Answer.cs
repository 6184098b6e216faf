using System.Buffers;

namespace ChatRoom.Server.Hubs;

/// <summary>
/// The answer to a question, which has its place among what its client is sent. It is rendered off the hub, page by
/// page, each when the one before is sent: a long answer waits for its reader and fills no memory.
/// </summary>
public abstract class Answer
{
    /// <summary>Who waits to hear that it is over.</summary>
    public IClient? Asker { get; init; }

    /// <summary>It asks another machine, so no thread that others need may write it.</summary>
    public virtual bool Waits => false;

    /// <summary>Writes the next page of whole lines. False when it was the last one.</summary>
    public abstract bool WritePage(IBufferWriter<byte> page);

    /// <summary>The last page is sent, or nobody is there to read it.</summary>
    public virtual void Done() => Asker?.Answered();
}

/// <summary>
/// An answer without a word. Behind what a slow client has still to read, it says when that is read: so a client that
/// only asks and does not read stops being listened to, and what it asked for does not grow.
/// </summary>
public sealed class FlushMarker : Answer
{
    public override bool WritePage(IBufferWriter<byte> page) => false;
}
