using ChatRoom.Domain.Data;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;

namespace ChatRoom.Domain.Rules;

/// <summary>What Decide makes of a command.</summary>
public abstract record Decision
{
    /// <summary>It is so already: nobody hears anything.</summary>
    public static readonly Accepted Nothing = new([]);

    private Decision() { }

    public static Accepted Yes(Event happened) => new([happened]);

    public static Refused No(Refusal why) => new(why);

    public sealed record Refused(Refusal Why) : Decision;

    /// <summary>These happened. None: it was so already.</summary>
    public sealed record Accepted(ValueList<Event> Events) : Decision
    {
        /// <summary>What becomes a fact with them.</summary>
        public ValueList<Fact> Facts { get; init; } = [];
    }

    /// <summary>This very message was said before; the sender hears the first one again, and nobody else hears anything.</summary>
    public sealed record AlreadySaid(Sequence First) : Decision;
}
