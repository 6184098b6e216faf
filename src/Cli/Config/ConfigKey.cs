using ChatRoom.Client.Text;

namespace ChatRoom.Cli.Config;

/// <summary>A setting: a row of <see cref="ConfigTable"/>, and all that the file, the environment, the command line and the documents need of it.</summary>
public abstract class ConfigKey
{
    private protected ConfigKey(string name, string doc) => (Name, Doc) = (name, doc);

    /// <summary>Section and key, with a dot between them.</summary>
    public string Name { get; }

    public string Section => Name.Split('.')[0];

    public string Leaf => Name.Split('.')[1];

    public string Doc { get; }

    /// <summary>The option of `chatroom serve`; null where there is none.</summary>
    public string? Flag { get; init; }

    /// <summary>What stands behind the option in its help; null for one that takes no word.</summary>
    public string? FlagValue { get; init; }

    /// <summary>Whether a change counts without a restart.</summary>
    public bool Reloads { get; init; }

    /// <summary>The name in the environment.</summary>
    public string Variable
    {
        get => field ?? "CHATROOM_" + Name.ToUpperInvariant().Replace('.', '_');
        init;
    }

    /// <summary>A value as one might write it in the file, where there is no default.</summary>
    public string? Example { get; init; }

    public abstract ConfigShape Shape { get; }

    /// <summary>What is right, in words.</summary>
    public abstract string Rule { get; }

    public abstract bool IsPath { get; }

    public abstract IReadOnlyList<string> Choices { get; }

    /// <summary>Null where nothing is the default.</summary>
    public abstract object? Default { get; }

    /// <summary>The value of these words, or what is wrong with them, to be said behind the name under which they came.</summary>
    public abstract object? Read(IReadOnlyList<string> words, out string? wrong);

    /// <summary>The value as the file has it; null for none.</summary>
    public abstract string? Print(object? value);
}

/// <summary>A setting whose value has this type.</summary>
public sealed class ConfigKey<T>(string name, ConfigType<T> type, T byDefault, string doc) : ConfigKey(name, doc)
{
    public override ConfigShape Shape => type.Shape;

    public override string Rule => type.Rule;

    public override bool IsPath => type.IsPath;

    public override IReadOnlyList<string> Choices => type.Choices;

    public override object? Default => byDefault;

    public override object? Read(IReadOnlyList<string> words, out string? wrong)
    {
        (var value, wrong) = type.Read(words);
        wrong = wrong is null ? null : $" '{TerminalText.Sanitize(wrong)}'{type.Complaint}";
        return value;
    }

    public override string? Print(object? value) => value is null ? null : type.Print((T)value);
}
