namespace ChatRoom.Domain;

/// <summary>Turns what happened into the next world and what has to be done. It never refuses.</summary>
public static partial class Evolution
{
    public static Applied Apply(World world, Recorded recorded) => throw new NotSupportedException();
}
