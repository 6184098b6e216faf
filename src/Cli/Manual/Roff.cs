using System.Text;

namespace ChatRoom.Cli.Manual;

/// <summary>Writes the language of man(7). What is text stays text, whatever it begins with or holds.</summary>
internal sealed class Roff
{
    private readonly StringBuilder _page = new();

    public Roff Title(string name, string date, string source)
    {
        _page.Append($".TH {name.ToUpperInvariant()} 1 {date} \"{source}\" \"ChatRoom\"\n");
        return this;
    }

    public Roff Section(string name)
    {
        _page.Append($".SH {name}\n");
        return this;
    }

    public Roff Text(string text)
    {
        _page.Append(Escaped(text)).Append('\n');
        return this;
    }

    /// <summary>The one form that whatis(1) and apropos(1) read.</summary>
    public Roff NameAndPurpose(string name, string purpose)
    {
        _page.Append($"{Escaped(name)} \\- {Escaped(purpose)}\n");
        return this;
    }

    /// <summary>A term, and what it means below it.</summary>
    public Roff Entry(string bold, string italic, string meaning)
    {
        var argument = italic.Length == 0 ? "" : $" \\fI{Escaped(italic)}\\fR";
        _page.Append($".TP\n\\fB{Escaped(bold)}\\fR{argument}\n{Escaped(meaning)}\n");
        return this;
    }

    /// <summary>Bold and then italic on a line of its own.</summary>
    public Roff Line(string bold, string italic)
    {
        _page.Append($"\\fB{Escaped(bold)}\\fR{(italic.Length == 0 ? "" : $" \\fI{Escaped(italic)}\\fR")}\n");
        return this;
    }

    public override string ToString() => _page.ToString();

    /// <summary>A hyphen that can be copied from the screen, and quotes that are no requests at the beginning of a line.</summary>
    private static string Escaped(string text)
    {
        var escaped = text.Replace(@"\", @"\e", StringComparison.Ordinal).Replace("-", @"\-", StringComparison.Ordinal)
            .Replace("'", @"\(aq", StringComparison.Ordinal).Replace("`", @"\(ga", StringComparison.Ordinal)
            .Replace("~", @"\(ti", StringComparison.Ordinal).Replace("^", @"\(ha", StringComparison.Ordinal);
        return escaped.StartsWith('.') ? @"\&" + escaped : escaped;
    }
}
