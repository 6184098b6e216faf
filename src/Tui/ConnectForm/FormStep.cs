namespace ChatRoom.Tui.ConnectForm;

/// <summary>What a message makes of the form.</summary>
public readonly record struct FormStep(FormModel Model, FormEffect? Effect = null);
