using System.Text.Json;
using ChatRoom.Domain.Events;

namespace ChatRoom.Journal.Codec;

/// <summary>
/// What the cases of enumerations are called in headers and exports: words, so that a file can be read without this program. They are the
/// code's own, as JSON writes names, and kept for ever: the golden texts of the codec hold every one of them, so that nobody renames one
/// unseen.
/// </summary>
internal static class StoredNames
{
    public static readonly StoredNames<SayKind> SayKinds = new();

    public static readonly StoredNames<AboutKind> AboutKinds = new();

    public static readonly StoredNames<Audience> Audiences = new();

    public static readonly StoredNames<Rights> Rights = new(Domain.Events.Rights.None);

    public static readonly StoredNames<RoomMode> RoomModes = new();

    public static readonly StoredNames<MaskList> MaskLists = new();

    public static readonly StoredNames<CloseReason> CloseReasons = new();

    public static readonly StoredNames<RegistrationPolicy> RegistrationPolicies = new();

    public static readonly StoredNames<PersonModes> PersonModes = new(Domain.Events.PersonModes.None);

    public static readonly StoredNames<Powers> Powers = new(Domain.Events.Powers.None, Domain.Events.Powers.All);

    public static string Of(Powers powers) => string.Join(' ', Powers.Cases.Where(one => powers.HasFlag(one)).Select(Powers.Of));

    /// <summary>Somebody may hold several, or none.</summary>
    public static string Of(Rights rights) =>
        string.Join(' ', Rights.Cases.Where(one => rights.HasFlag(one)).Select(Rights.Of));
}

/// <summary>The names of one enumeration, but for cases that are never stored.</summary>
internal sealed class StoredNames<T>(params T[] but) where T : struct, Enum
{
    private readonly (T Case, string Name)[] _names =
        [.. Enum.GetValues<T>().Where(one => !but.Contains(one)).Select(one => (one, JsonNamingPolicy.CamelCase.ConvertName($"{one}")))];

    public IEnumerable<T> Cases => _names.Select(one => one.Case);

    public string Of(T value)
    {
        foreach (var (found, name) in _names)
        {
            if (EqualityComparer<T>.Default.Equals(found, value))
                return name;
        }
        throw new ArgumentOutOfRangeException(nameof(value), value, "This case has no stored name.");
    }

    /// <summary>Nothing for a name that a later version gave.</summary>
    public T? Find(string name)
    {
        foreach (var (found, known) in _names)
        {
            if (known == name)
                return found;
        }
        return null;
    }
}
