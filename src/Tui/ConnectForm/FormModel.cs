using System.Collections.Immutable;
using ChatRoom.Client.Connection;
using ChatRoom.Irc;
using ChatRoom.Tui.Settings;

namespace ChatRoom.Tui.ConnectForm;

/// <summary>The first screen: where to, and as whom.</summary>
public sealed record FormModel
{
    private ImmutableDictionary<FormField, FormEntry> Entries { get; init; } = ImmutableDictionary<FormField, FormEntry>.Empty;

    public FormField Focus { get; init; } = FormField.Host;

    public bool Tls { get; init; } = true;

    public FormPhase Phase { get; init; } = new FormPhase.Editing();

    public ValueList<RecentServer> Recent { get; init; } = [];

    /// <summary>Which of them would be taken; null while their list is closed.</summary>
    public int? RecentChosen { get; init; }

    /// <summary>A chat goes on behind the form, to which one can go back.</summary>
    public bool IsOverChat { get; init; }

    /// <summary>The fields that there are, from top to bottom.</summary>
    public IEnumerable<FormField> Fields => Enum.GetValues<FormField>().Where(one => one switch
    {
        FormField.Recent => Recent.Count > 0,
        FormField.More => !ShowsSecrets,
        FormField.ServerPassword or FormField.Account or FormField.AccountPassword or FormField.Register => ShowsSecrets,
        _ => true,
    });

    /// <summary>The person wants to see the fields for a password and an account.</summary>
    public bool IsUnfolded { get; init; }

    /// <summary>The nickname is to become an account, with the password that is given.</summary>
    public bool Registers { get; init; }

    private bool ShowsSecrets => Registers || IsUnfolded || Secrets.Any(one => this[one].Text.Length > 0 || this[one].Refusal is not null);

    private static IEnumerable<FormField> Secrets => [FormField.ServerPassword, FormField.Account, FormField.AccountPassword];

    public FormEntry this[FormField field] => Entries.GetValueOrDefault(field, FormEntry.Empty);

    /// <summary>A form that is filled in as far as flags and settings go; the focus is on the first field that is not right yet.</summary>
    public static FormModel Begin(string host, int? port, bool tls, string nick, string rooms, ValueList<RecentServer> recent, bool isGuess = false)
    {
        var form = new FormModel { Tls = tls, Recent = recent }
            .With(FormField.Host, FormEntry.Of(host))
            .With(FormField.Port, FormEntry.Of($"{port ?? PortOf(tls)}"))
            .With(FormField.Nick, FormEntry.Of(nick))
            .With(FormField.Room, FormEntry.Of(rooms));
        // A login name is hardly what somebody wants to be called.
        var missing = form.Fields.FirstOrDefault(field => FormCheck.Wrong(form, field) is not null, isGuess ? FormField.Nick : FormField.Connect);
        return form with { Focus = recent.Count > 0 && missing == FormField.Host ? FormField.Recent : missing };
    }

    /// <summary>Filled in as one was somewhere before; what is missing then is a password, or nothing.</summary>
    public static FormModel Begin(RecentServer server, ValueList<RecentServer> recent)
    {
        var filled = new FormModel { Recent = recent, Tls = server.Tls }
            .With(FormField.Host, FormEntry.Of(server.Host))
            .With(FormField.Port, FormEntry.Of($"{server.Port}"))
            .With(FormField.Nick, FormEntry.Of(server.Nick))
            .With(FormField.Room, FormEntry.Of(server.Rooms))
            .With(FormField.Account, FormEntry.Of(server.Account));
        return filled with { Focus = server.Account.Length > 0 ? FormField.AccountPassword : FormField.Connect };
    }

    public static int PortOf(bool tls) => tls ? ServerPlace.TlsPort : ServerPlace.PlainPort;

    public static bool IsText(FormField field) => field is not (FormField.Recent or FormField.Tls or FormField.Register or FormField.More or FormField.Connect);

    public static bool IsSecret(FormField field) => field is FormField.ServerPassword or FormField.AccountPassword;

    public FormModel With(FormField field, FormEntry entry) => this with { Entries = Entries.SetItem(field, entry) };

    /// <summary>What is said beside a field: the world's word first, then what can be seen without asking it.</summary>
    public string? ErrorOf(FormField field) => this[field].Refusal ?? (this[field].Touched ? FormCheck.Wrong(this, field) : null);

    /// <summary>Nothing of what the world said before is true of a form that is sent again.</summary>
    public FormModel WithoutRefusals() => Fields.Aggregate(this, (form, field) => form.With(field, form[field] with { Refusal = null, Touched = true }));
}
