using ChatRoom.Client.Connection;
using ChatRoom.Tui.ConnectForm;
using ChatRoom.Tui.Frames;
using ChatRoom.Tui.Settings;
using ChatRoom.Tui.Themes;

namespace ChatRoom.Tui.Tests;

public class FormViewTests
{
    private static readonly Fingerprint One = Print("0123456789abcdef");

    private static readonly Fingerprint Other = Print("fedcba9876543210");

    private static readonly Dictionary<string, FormModel> Scenes = new()
    {
        ["begin"] = Begin(),
        ["recent"] = Begin(recent: true) with { Focus = FormField.Recent },
        ["recent open"] = Begin(recent: true) with { Focus = FormField.Recent, RecentChosen = 1 },
        ["empty nick"] = Begin().On(FormField.Nick, "Backspace", "Backspace", "Backspace"),
        ["nick with a space"] = Begin().On(FormField.Nick, " "),
        ["nick too long"] = Begin().On(FormField.Nick, [.. Enumerable.Repeat("x", 40)]),
        ["wide nick"] = Begin().Pasted(FormField.Nick, "日本e\u0301👨\u200D👩\u200D👧"),
        ["port out of range"] = Begin().On(FormField.Port, "0"),
        ["no host"] = Begin().Pasted(FormField.Host, " and a space"),
        ["long host"] = Begin().Pasted(FormField.Host, string.Concat(Enumerable.Repeat(".sub-domain", 10))),
        ["bad room"] = Begin().Pasted(FormField.Room, "tea time"),
        ["password"] = Begin().Pasted(FormField.AccountPassword, "s3cret日"),
        ["nick taken"] = Begin().Told(new FormMessage.Refused(FormField.Nick, "somebody there is called Duy")),
        ["wrong password"] = Begin().Told(new FormMessage.Refused(FormField.ServerPassword, "the server says: Password incorrect")),
        ["unknown host"] = Begin().Told(new FormMessage.Refused(FormField.Host, "no host is called 'chat.example.org'")),
        ["nobody listens"] = Begin().Told(new FormMessage.Refused(FormField.Port, "nobody listens there; is the server running?")),
        ["no tls"] = Begin().Told(new FormMessage.Refused(FormField.Tls, "no TLS is spoken on port 6667")),
        ["elsewhere"] = Begin().Told(new FormMessage.Refused(null, "the server closed the connection: K-lined")),
        ["connecting"] = Begin() with { Phase = new FormPhase.Connecting("connecting to chat.example.org:6697") },
        ["untrusted"] = Begin().Told(new FormMessage.Untrusted(One, "nobody but itself vouches for it")),
        ["changed"] = Begin().Told(new FormMessage.Changed(One, Other)),
    };

    public static TheoryData<string> All => [.. Scenes.Keys];

    [Theory]
    [InlineData("begin", 80, 24)]
    [InlineData("nick too long", 40, 12)]
    [InlineData("changed", 80, 24)]
    public void A_few_look_as_they_did(string scene, int columns, int rows) =>
        Golden.Shows($"form {scene} {columns}x{rows}", FormView.Paint(Scenes[scene], new FrameSize(columns, rows), BuiltInThemes.Dark));

    [Fact]
    public void Every_size_shows_a_whole_picture()
    {
        var (all, index) = (Scenes.ToList(), 0);
        foreach (var size in Whole.Sizes)
        {
            var (name, form) = all[index++ % all.Count];
            try
            {
                Whole.Check(FormView.Paint(form, size, BuiltInThemes.Dark));
            }
            catch (Exception wrong)
            {
                throw new InvalidOperationException($"{name} at {size}", wrong);
            }
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void What_is_wrong_is_said(string scene)
    {
        var form = Scenes[scene];
        var text = string.Join(' ', FormView.Paint(form, new FrameSize(120, 40), BuiltInThemes.Dark).ToText().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        string?[] words = form.Phase switch
        {
            FormPhase.Editing => [.. form.Fields.Select(form.ErrorOf)],
            FormPhase.Connecting p => [p.Doing],
            FormPhase.AskingTrust p => [p.Reason],
            FormPhase.CertificateChanged => ["another certificate"],
        };
        Assert.All(words.OfType<string>(), said => Assert.Contains(said, text, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void The_field_with_the_focus_can_be_seen_at_every_size_and_no_password_anywhere()
    {
        var form = Begin(recent: true).Pasted(FormField.ServerPassword, "hunter2");
        foreach (var field in form.Fields)
        {
            for (var columns = 1; columns < 100; columns += 7)
            {
                for (var rows = 1; rows < 40; rows += 3)
                {
                    var frame = FormView.Paint(form with { Focus = field }, new FrameSize(columns, rows), BuiltInThemes.Monochrome);

                    Assert.DoesNotContain("hunter2", frame.ToText(), StringComparison.Ordinal);
                    if (rows > 2)
                        Assert.Contains(frame.Zones, zone => zone.Target == new FormTarget.OfField(field));
                    if (rows > 2 && field != FormField.Connect)
                        Assert.True(frame.Caret is { } caret && caret.X < columns && caret.Y < rows, $"{field} at {columns}x{rows}");
                }
            }
        }
    }

    [Fact]
    public void What_is_clicked_is_where_it_is_seen()
    {
        var frame = FormView.Paint(Begin(), new FrameSize(80, 24), BuiltInThemes.Dark);
        var rows = frame.ToText().Split('\n').ToList();
        var row = rows.FindIndex(text => text.Contains("Connect", StringComparison.Ordinal));

        Assert.Equal(new FormTarget.OfField(FormField.Connect), frame.TargetAt(rows[row].IndexOf("Connect", StringComparison.Ordinal), row));
    }

    private static FormModel Begin(bool recent = false) => FormModel.Begin("chat.example.org", null, tls: true, "Duy", "#lobby", recent
        ? [new RecentServer("irc.libera.chat", 6697, true, "Duy", "#csharp", "duy"), new RecentServer("localhost", 6667, false, "Duy", "#lobby,#tea", "")]
        : []);

    private static Fingerprint Print(string sixteen) =>
        Fingerprint.TryParse(string.Concat(Enumerable.Repeat(sixteen, 4)), out var print, out var refusal) ? print : throw new FormatException(refusal);
}
