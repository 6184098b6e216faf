using ChatRoom.Domain.Events;

namespace ChatRoom.Server.Accounts;

/// <summary>The rights of operators by their names, as people type and read them: "kill,ban", or "all".</summary>
public static class PowerWords
{
    private const string Everything = "all";

    private static readonly Powers[] Each = [.. Enum.GetValues<Powers>().Where(one => one is not (Powers.None or Powers.All))];

    /// <summary>Every name, for those who ask which there are.</summary>
    public static string Known => string.Join(", ", Each.Select(NameOf));

    /// <summary>None for a word that is no right. Nothing at all means every right.</summary>
    public static Powers? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0)
            return Powers.All;
        var all = Powers.None;
        foreach (var word in words)
        {
            if (string.Equals(word, Everything, StringComparison.OrdinalIgnoreCase))
                all = Powers.All;
            else if (Array.Find(Each, one => string.Equals(NameOf(one), word, StringComparison.OrdinalIgnoreCase)) is not Powers.None and var one)
                all |= one;
            else
                return null;
        }
        return all;
    }

    public static string Of(Powers powers) => powers switch
    {
        Powers.All => Everything,
        Powers.None => "nothing",
        _ => string.Join(", ", Each.Where(one => powers.HasFlag(one)).Select(NameOf)),
    };

    private static string NameOf(Powers one) => one.ToString().ToLowerInvariant();
}
