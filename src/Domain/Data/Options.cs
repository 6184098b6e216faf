using System.Diagnostics.CodeAnalysis;

namespace ChatRoom.Domain.Data;

/// <summary>A way to ask an option in an early return, without the closures of Match.</summary>
public static class Options
{
    public static bool TryGet<T>(this Option<T> option, [MaybeNullWhen(false)] out T value)
    {
        value = option.IsSome ? (T)option : default;
        return option.IsSome;
    }
}
