using ChatRoom.Irc;
using ChatRoom.Tui.ChatScreen;
using ChatRoom.Tui.ChatScreen.Overlays;
using ChatRoom.Tui.ConnectForm;
using ChatRoom.Tui.Frames;
using ChatRoom.Tui.Settings;
using ChatRoom.Tui.Tests.ChatScreen;
using ChatRoom.Tui.Themes;

namespace ChatRoom.Tui.Tests;

/// <summary>
/// The pictures in README and docs are the program's own: `CHATROOM_GOLDEN=1 dotnet test tests/Tui` makes them anew, and a picture that is
/// no longer true fails here.
/// </summary>
public class DocumentPictureTests
{
    private static readonly FrameSize Size = new(96, 26);

    public static TheoryData<string> Names => ["chat", "chat-light", "chat-contrast", "chat-mono", "chat-40x12", "form", "help"];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_picture_in_the_documents_is_what_the_program_shows(string name) => Golden.ShowsInDocuments(name, Frame(name));

    private static Frame Frame(string name) => name switch
    {
        "chat" => TalkView.Show(Room(BuiltInThemes.Dark)),
        "chat-light" => TalkView.Show(Room(BuiltInThemes.Light)),
        "chat-contrast" => TalkView.Show(Room(BuiltInThemes.HighContrast)),
        "chat-mono" => TalkView.Show(Room(BuiltInThemes.Monochrome)),
        "chat-40x12" => TalkView.Show(Room(BuiltInThemes.Dark) with { Size = new FrameSize(40, 12) }),
        "help" => TalkView.Show(Room(BuiltInThemes.Dark) with { Overlay = new Overlay.Help(0) }),
        "form" => FormView.Paint(Form(), new FrameSize(80, 24), BuiltInThemes.Dark),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such picture."),
    };

    private static TalkModel Room(Theme theme) => Furnished.Lively(Client.Chat.Reach.End).At(Size.Columns, Size.Rows) with { Theme = theme };

    private static FormModel Form()
    {
        ValueList<RecentServer> recent = [new("chat.example.org", 6697, true, "Tuan", "#lobby", "")];
        var form = FormModel.Begin("chat.example.org", null, true, "", "#lobby", recent);
        return form.With(FormField.Nick, FormEntry.Of("Tuan Anh") with { Touched = true }) with { Focus = FormField.Nick };
    }
}
