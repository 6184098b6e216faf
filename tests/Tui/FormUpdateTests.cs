using ChatRoom.Client.Connection;
using ChatRoom.Tui.ConnectForm;
using ChatRoom.Tui.Input;
using ChatRoom.Tui.Settings;

namespace ChatRoom.Tui.Tests;

public class FormUpdateTests
{
    private static readonly RecentServer Libera = new("irc.libera.chat", 6697, true, "Duy2", "#csharp,#tea", "duy");

    [Fact]
    public void Enter_connects_with_what_is_written()
    {
        var step = Begin().Pasted(FormField.Account, "duy").Pasted(FormField.AccountPassword, "s3 cret").On(FormField.Room, ",", "t").Press("Enter");

        var values = Assert.IsType<FormEffect.Connect>(step.Effect).Values;
        Assert.Equal(("localhost", 6697, true, "Duy"), (values.Host, values.Port, values.Tls, values.Nick.Text));
        Assert.Equal(["#lobby", "#t"], values.Rooms.Select(room => room.Text));
        Assert.Equal((null, "duy", "s3 cret"), (values.ServerPassword, values.Account, values.AccountPassword));
        Assert.Equal(new FormPhase.Connecting("connecting to localhost:6697"), step.Model.Phase);
    }

    [Fact]
    public void A_form_with_a_mistake_goes_nowhere_and_the_focus_goes_to_the_mistake()
    {
        var step = Begin().Pasted(FormField.Port, "9").On(FormField.Connect).Press("Enter");

        Assert.Null(step.Effect);
        Assert.Equal(FormField.Port, step.Model.Focus);
        Assert.Equal("'66979' is no port: 1 to 65535", step.Model.ErrorOf(FormField.Port));
    }

    [Fact]
    public void A_field_that_nobody_touched_is_not_complained_about()
    {
        var form = FormModel.Begin("", null, tls: true, "", "", []);

        Assert.All(form.Fields, field => Assert.Null(form.ErrorOf(field)));
        Assert.Equal("the host is empty", form.Press("Enter").Model.ErrorOf(FormField.Host));
        Assert.Equal("the nickname is empty", form.Press("Enter").Model.ErrorOf(FormField.Nick));
    }

    [Theory]
    [InlineData(FormField.Nick, "two words", "the nickname 'two words' has a space in it")]
    [InlineData(FormField.Nick, "Duy ", "the nickname 'Duy ' has a space in it")]
    [InlineData(FormField.Nick, "1st", "the nickname '1st' starts with '1'")]
    [InlineData(FormField.Port, "0", "'0' is no port: 1 to 65535")]
    [InlineData(FormField.Port, "-1", "'-1' is no port: 1 to 65535")]
    [InlineData(FormField.Port, "65536", "'65536' is no port: 1 to 65535")]
    [InlineData(FormField.Port, "١٢", "'١٢' is no port: 1 to 65535")]
    [InlineData(FormField.Host, "a b", "the host has a space in it")]
    [InlineData(FormField.Host, "http://a", "no host is written like this")]
    [InlineData(FormField.Room, "#a b", "the room's name '#a b' has a space in it")]
    [InlineData(FormField.Account, "a b", "the account has a space in it")]
    [InlineData(FormField.AccountPassword, "x", null)]
    public void What_is_wrong_is_said_while_one_types(FormField field, string text, string? error)
    {
        var form = Begin().On(field, "Ctrl+U").Pasted(field, text);

        Assert.Equal(error, form.ErrorOf(field));
    }

    [Theory]
    [InlineData(FormField.Host, "a.example")]
    [InlineData(FormField.Host, "::1")]
    [InlineData(FormField.Host, "10.0.0.1")]
    [InlineData(FormField.Room, "")]
    [InlineData(FormField.Room, "lobby, &local")]
    public void What_is_right_is_left_in_peace(FormField field, string text) => Assert.Null(Begin().On(field, "Ctrl+U").Pasted(field, text).ErrorOf(field));

    [Fact]
    public void The_worlds_word_stands_at_its_field_until_that_changes()
    {
        var refused = Begin().Press("Enter").Model.Told(new FormMessage.Refused(FormField.Port, "nobody listens there"));

        Assert.Equal((FormField.Port, "nobody listens there"), (refused.Focus, refused.ErrorOf(FormField.Port)));
        Assert.IsType<FormPhase.Editing>(refused.Phase);
        Assert.Equal("nobody listens there", refused.On(FormField.Nick, "x").ErrorOf(FormField.Port));
        Assert.Null(refused.On(FormField.Host, "x").ErrorOf(FormField.Port));
        Assert.Null(refused.Press("Enter").Model.ErrorOf(FormField.Port));
    }

    [Fact]
    public void The_usual_port_follows_the_encryption_and_another_one_stays()
    {
        var plain = Begin().On(FormField.Tls, " ");

        Assert.Equal((false, "6667"), (plain.Tls, plain[FormField.Port].Text));
        Assert.Equal("6697", plain.On(FormField.Tls, " ")[FormField.Port].Text);
        Assert.Equal("66971", Begin().On(FormField.Port, "1").On(FormField.Tls, " ")[FormField.Port].Text);
    }

    [Theory]
    [InlineData("Tab", FormField.Port)]
    [InlineData("Down", FormField.Port)]
    [InlineData("Shift+Tab", FormField.Connect)]
    [InlineData("Up", FormField.Connect)]
    public void The_focus_goes_around(string key, FormField next) => Assert.Equal(next, Begin().On(FormField.Host, key).Focus);

    [Fact]
    public void A_server_of_before_fills_the_form_but_for_its_passwords()
    {
        var form = FormModel.Begin("", null, tls: true, "Duy", "", [Libera with { Host = "other" }, Libera]);

        Assert.Equal(FormField.Recent, form.Focus);
        var filled = form.On(FormField.Recent, "Enter", "Down", "Enter");
        Assert.Equal(("irc.libera.chat", "Duy2", "#csharp,#tea", "duy"), (filled[FormField.Host].Text, filled[FormField.Nick].Text, filled[FormField.Room].Text, filled[FormField.Account].Text));
        Assert.Equal((FormField.AccountPassword, ""), (filled.Focus, filled[FormField.AccountPassword].Text));
        Assert.Equal(filled[FormField.Host], form.Told(new FormMessage.Clicked(new FormTarget.Recent(1)))[FormField.Host]);
        Assert.Null(form.On(FormField.Recent, "Enter", "Escape").RecentChosen);
    }

    [Fact]
    public void Connecting_can_be_cancelled_and_takes_no_letters()
    {
        var connecting = Begin().Press("Enter").Model;

        Assert.Equal(connecting, connecting.Press("x").Model);
        Assert.IsType<FormEffect.Cancel>(connecting.Press("Escape").Effect);
        Assert.IsType<FormPhase.Editing>(connecting.Press("Escape").Model.Phase);
    }

    [Fact]
    public void An_untrusted_certificate_is_asked_about_and_a_changed_one_is_not()
    {
        Assert.True(Fingerprint.TryParse(new string('a', 64), out var found, out _));
        var asked = Begin().Told(new FormMessage.Untrusted(found, "nobody but itself vouches for it"));
        var changed = Begin().Told(new FormMessage.Changed(found, found));

        Assert.Null(asked.Press("Enter").Effect);
        Assert.Equal(found, Assert.IsType<FormEffect.Trust>(asked.Press("y").Effect).Found);
        Assert.IsType<FormPhase.Editing>(asked.Press("Escape").Model.Phase);
        Assert.Null(changed.Press("y").Effect);
        Assert.IsType<FormPhase.Editing>(changed.Press("Escape").Model.Phase);
    }

    [Theory]
    [InlineData("Ctrl+Q")]
    [InlineData("Ctrl+C")]
    public void One_can_always_leave(string key) => Assert.IsType<FormEffect.Quit>(Begin().Press(key).Effect);

    [Fact]
    public void A_field_stays_one_line_whatever_is_pasted()
    {
        var form = Begin().On(FormField.Room, "Ctrl+U").Pasted(FormField.Room, new string('a', 1_000_000)).Pasted(FormField.Room, "\r\nb\u001b[2J\n");

        Assert.DoesNotContain(form[FormField.Room].Text, char.IsControl);
        Assert.True(form[FormField.Room].Text.Length < 1_000);
    }

    private static FormModel Begin() => FormModel.Begin("localhost", null, tls: true, "Duy", "#lobby", []);

    [Fact]
    public void Passwords_and_the_account_are_folded_away_until_they_are_wanted()
    {
        var form = FormModel.Begin("chat.example.org", null, tls: true, "Duy", "#lobby", []);
        Assert.DoesNotContain(FormField.ServerPassword, form.Fields);

        var opened = FormUpdate.Take(form with { Focus = FormField.More }, new FormMessage.Typed(new UserInput.Pressed(new Key(KeyName.Enter)))).Model;
        Assert.Equal((FormField.ServerPassword, true), (opened.Focus, opened.Fields.Contains(FormField.AccountPassword)));

        var refused = FormUpdate.Take(form, new FormMessage.Refused(FormField.ServerPassword, "this server asks for a password")).Model;
        Assert.Equal((FormField.ServerPassword, true), (refused.Focus, refused.Fields.Contains(FormField.ServerPassword)));
    }

    [Fact]
    public void A_login_name_is_a_guess_and_the_first_thing_to_change() => Assert.Equal(
        (FormField.Nick, FormField.Connect),
        (FormModel.Begin("h", null, true, "root", "#lobby", [], isGuess: true).Focus, FormModel.Begin("h", null, true, "Duy", "#lobby", []).Focus));

    [Fact]
    public void Where_nobody_says_where_to_one_is_there_last_time()
    {
        var form = FormModel.Begin(new RecentServer("irc.libera.chat", 6697, true, "Duy", "#csharp", ""), []);
        Assert.Equal(("irc.libera.chat", "Duy", FormField.Connect), (form[FormField.Host].Text, form[FormField.Nick].Text, form.Focus));
    }

    [Fact]
    public void A_certificate_that_was_trusted_is_forgotten_on_purpose_only()
    {
        Assert.True(Fingerprint.TryParse(new string('1', 64), out var one, out _));
        var asked = FormUpdate.Take(FormModel.Begin("h", null, true, "Duy", "#lobby", []), new FormMessage.Changed(one, one)).Model;

        Assert.IsType<FormEffect.Forget>(FormUpdate.Take(asked, new FormMessage.Typed(new UserInput.Pressed(Key.Of('f')))).Effect);
        Assert.Null(FormUpdate.Take(asked, new FormMessage.Typed(new UserInput.Pressed(new Key(KeyName.Enter)))).Effect);
    }

    [Fact]
    public void A_new_account_is_made_of_the_nickname_and_its_password()
    {
        var form = Begin().On(FormField.More, "Enter").On(FormField.Register, " ");
        Assert.Equal("a new account needs a password", form.On(FormField.Connect).Press("Enter").Model.ErrorOf(FormField.AccountPassword));
        Assert.Equal("the password of a new account is one word", form.Pasted(FormField.AccountPassword, "two words").ErrorOf(FormField.AccountPassword));
        Assert.StartsWith("a new account is called like your nickname", form.Pasted(FormField.Account, "other").ErrorOf(FormField.Account));

        var step = form.Pasted(FormField.AccountPassword, "opensesame").On(FormField.Connect).Press("Enter");

        var values = Assert.IsType<FormEffect.Connect>(step.Effect).Values;
        Assert.Equal((null, null, "opensesame"), (values.Account, values.AccountPassword, values.NewPassword));
    }

    [Fact]
    public void Over_a_chat_one_can_go_back_to_it()
    {
        Assert.Null(Begin().Press("Escape").Effect);
        Assert.IsType<FormEffect.Close>((Begin() with { IsOverChat = true }).Press("Escape").Effect);
    }
}
