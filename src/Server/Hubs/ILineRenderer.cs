using ChatRoom.Domain.Commands;
using ChatRoom.Domain.Events;
using ChatRoom.Domain.Names;
using ChatRoom.Domain.Rules;
using ChatRoom.Domain.Worlds;

namespace ChatRoom.Server.Hubs;

/// <summary>
/// Puts what the hub has to say into bytes. The hub doesn't know in which language. Everything is written into one
/// buffer that lives for a turn, so that what many hear is rendered once and lies in one piece.
/// </summary>
public interface ILineRenderer
{
    /// <summary>Forgets all slices: a new turn begins.</summary>
    void Clear();

    ReadOnlySpan<byte> Read(Slice slice);

    /// <summary>Something happened that may be asked about later; <paramref name="before"/> is the world in which it did.</summary>
    void Note(Recorded what, World before);

    /// <summary>The answer to a short question, written here and now. Empty if there is nothing to say.</summary>
    Slice Reply(LocalConnection connection, Question question, World world);

    /// <summary>The answer to a question that can be long, to be read when it is its turn.</summary>
    Answer Answer(LocalConnection connection, Question question, World world);

    /// <summary>The bits of a variant on which the rendering of such an event depends.</summary>
    ulong Cares(Event happened);

    /// <summary>What happened, as connections of this variant hear it, in the world that came of it. Empty if they hear nothing of it.</summary>
    Slice Tell(Recorded what, ulong variant, World world);

    /// <summary>What happened, in words for this connection alone.</summary>
    Slice TellOne(LocalConnection connection, Recorded what, World world);

    /// <summary>
    /// For the connections of two people who are one now: for those of the guest, who is called otherwise and in more rooms, and for those of the other, who may
    /// be in more rooms too.
    /// </summary>
    Answer United(LocalConnection connection, World world, Effect.Unite unite, bool wasGuest);

    /// <summary>What else a connection needs to know when this happened to its own person: the names in a room that was entered.</summary>
    Answer? FollowUp(LocalConnection connection, World world, Recorded what);

    /// <summary>Somebody whom the connection watches came, or went.</summary>
    Slice Presence(LocalConnection connection, World world, Actor who, bool isHere);

    Slice Refuse(LocalConnection connection, World world, Command command, Refusal refusal);

    /// <summary>The journal did not take what was said or done here, and it did not happen.</summary>
    Slice NotKept(LocalConnection connection, World world, Command command, string why);

    /// <summary>What was said before under the same id, told again to its sender.</summary>
    Answer Again(LocalConnection connection, Sequence first);

    Slice Farewell(Ending end);

    /// <summary>Marks everything that came of one command with the label that its sender gave it.</summary>
    void Label(string label, List<OutboxItem> items);
}
