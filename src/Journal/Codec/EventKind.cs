using ChatRoom.Domain.Events;

namespace ChatRoom.Journal.Codec;

/// <summary>How one kind of event is stored and shown. The row of <see cref="EventKinds"/> says it all.</summary>
internal abstract record EventKind(int Number, string Name, int Version, Type Of)
{
    /// <summary>A coming or going: a row that may be trimmed behind a base, because nobody reads it as history.</summary>
    public bool IsPresence { get; init; }

    /// <summary>Its words are a part of the world, as a topic is: a replay needs them too.</summary>
    public bool HasStateWords { get; init; }

    /// <summary>What its words are called in an export; null for a kind without any.</summary>
    public string? WordsName { get; init; }

    public abstract void Write(HeaderWriter header, Event happened);

    /// <summary>What a person typed, which has columns of its own so that it can be forgotten.</summary>
    public abstract Body Words(Event happened);

    public abstract Event Read(in HeaderReader header, Body words);
}

/// <inheritdoc/>
internal sealed record EventKind<T>(
    int Number, string Name, int Version, Action<HeaderWriter, T> Writer, EventKind<T>.Reader Maker, Func<T, Body>? Typed = null)
    : EventKind(Number, Name, Version, typeof(T)) where T : Event
{
    public delegate T Reader(in HeaderReader header, Body words);

    public override void Write(HeaderWriter header, Event happened) => Writer(header, (T)happened);

    public override Body Words(Event happened) => Typed is null ? Body.Forgotten : Typed((T)happened);

    public override Event Read(in HeaderReader header, Body words) => Maker(header, words);
}
