namespace ChatRoom.Domain.Names;

/// <summary>Why a text is no name. Data, so that each shell can say it in its own words.</summary>
public abstract record NameFault
{
    private NameFault() { }

    public sealed record Empty : NameFault;

    public sealed record TooLong(int Length, int Most) : NameFault;

    public sealed record BadStart(char Found) : NameFault;

    public sealed record BadCharacter(char Found, int Position) : NameFault;
}
