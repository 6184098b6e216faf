namespace ChatRoom.Tui.Themes;

/// <summary>What a theme may be called. It is a part of a file's name, so it leads to no other folder.</summary>
public static class ThemeName
{
    public const string Rule = "auto, dark, light, contrast, mono, or the name of a file NAME.theme in the folder `themes` beside the settings "
        + "(letters, digits, '-' and '_')";

    private const int Longest = 40;

    public static bool IsOne(string name) =>
        name.Length is > 0 and <= Longest && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
