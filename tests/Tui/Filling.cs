using ChatRoom.Tui.ConnectForm;
using ChatRoom.Tui.Input;

namespace ChatRoom.Tui.Tests;

/// <summary>What a person does with the form, as tests write it.</summary>
internal static class Filling
{
    public static FormModel On(this FormModel form, FormField field, params string[] keys) =>
        keys.Aggregate(form with { Focus = field }, (now, key) => now.Press(key).Model);

    public static FormStep Press(this FormModel form, string key) =>
        FormUpdate.Take(form, new FormMessage.Typed(new UserInput.Pressed(Typing.KeyOf(key))));

    public static FormModel Pasted(this FormModel form, FormField field, string text) =>
        FormUpdate.Take(form with { Focus = field }, new FormMessage.Typed(new UserInput.Pasted(text))).Model;

    public static FormModel Told(this FormModel form, FormMessage message) => FormUpdate.Take(form, message).Model;
}
