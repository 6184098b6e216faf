namespace ChatRoom.Domain.Events;

/// <summary>
/// What somebody may do in a room: a set, because one may be operator and voiced at once. The numbers are stored; a new
/// right takes the next free bit.
/// </summary>
[Flags]
public enum Rights
{
    None = 0,
    Voice = 1,
    Operator = 2,
    HalfOperator = 4,
    Founder = 16,
}

/// <summary>What rights allow.</summary>
public static class RightsOrder
{
    /// <summary>To speak where only some may.</summary>
    public static bool MaySpeak(this Rights rights) => rights != Rights.None;

    /// <summary>To set modes, to lock and change the topic, to give a voice.</summary>
    public static bool MayTend(this Rights rights) => (rights & (Rights.HalfOperator | Rights.Operator | Rights.Founder)) != 0;

    /// <summary>To make others operators, and to end that.</summary>
    public static bool MayRule(this Rights rights) => (rights & (Rights.Operator | Rights.Founder)) != 0;

    /// <summary>To show somebody with these rights the door: half-operators those below them, operators each other too, and nobody a founder.</summary>
    public static bool MayRemove(this Rights rights, Rights other) =>
        rights.HasFlag(Rights.Founder) || (!other.HasFlag(Rights.Founder) && (rights.MayRule() || (rights.MayTend() && !other.MayTend())));
}
