namespace ChatRoom.Domain.Names;

/// <summary>Why a text is no name. Data, so that each shell can say it in its own words.</summary>
public abstract record NameFault
{
    private NameFault() { }

    public sealed record Empty : NameFault;

    public sealed record TooLong(int Length, int Most) : NameFault;

    public sealed record BadStart(char Found) : NameFault;

    public sealed record BadCharacter(char Found, int Position) : NameFault;

    public T Match<T>(Func<T> empty, Func<TooLong, T> tooLong, Func<BadStart, T> badStart, Func<BadCharacter, T> badCharacter) => this switch
    {
        Empty => empty(),
        TooLong fault => tooLong(fault),
        BadStart fault => badStart(fault),
        BadCharacter fault => badCharacter(fault),
        _ => throw new InvalidOperationException($"{GetType().Name} is missing in Match."),
    };
}
