; The installer for Windows, for Inno Setup 6. Untried: it was written without a Windows machine.
;
;     cargo build --release --locked
;     python packaging\notices > target\release\third-party-licenses.txt
;     iscc packaging\windows\copydesk.iss
;
; It installs for one person, without administrator rights, and writes target\packages\copydesk-VERSION-setup.exe.

#define Version "0.1.0"

[Setup]
AppId={{B2F4C0E6-0B3B-4C2E-9F0D-6A2E3B7D51C4}
AppName=Copydesk
AppVersion={#Version}
AppPublisher=The Copydesk authors
DefaultDirName={autopf}\Copydesk
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
ChangesAssociations=yes
ChangesEnvironment=yes
SourceDir=..\..
OutputDir=target\packages
OutputBaseFilename=copydesk-{#Version}-setup
SetupIconFile=assets\icon\copydesk.ico
UninstallDisplayIcon={app}\copydesk.ico
Compression=lzma2
SolidCompression=yes
WizardStyle=modern

[Tasks]
Name: path; Description: "Call it as “copydesk” on the command line"
Name: articles; Description: "Offer Copydesk for .ron files"

[Files]
Source: "target\release\copydesk.exe"; DestDir: "{app}"; Flags: ignoreversion
Source: "target\release\third-party-licenses.txt"; DestDir: "{app}"; Flags: ignoreversion
Source: "assets\icon\copydesk.ico"; DestDir: "{app}"; Flags: ignoreversion
Source: "NOTICE"; DestDir: "{app}"; DestName: "NOTICE.txt"; Flags: ignoreversion
Source: "LICENSE-MIT"; DestDir: "{app}"; DestName: "LICENSE-MIT.txt"; Flags: ignoreversion
Source: "LICENSE-APACHE"; DestDir: "{app}"; DestName: "LICENSE-APACHE.txt"; Flags: ignoreversion

[Icons]
Name: "{autoprograms}\Copydesk"; Filename: "{app}\copydesk.exe"; IconFilename: "{app}\copydesk.ico"; AppUserModelID: "org.copydesk.Copydesk"

[Registry]
; One of the programs that .ron files can be opened with; which one does so by itself is left as it is.
Root: HKA; Subkey: "Software\Classes\Copydesk.Article"; ValueType: string; ValueData: "Copydesk article"; Flags: uninsdeletekey; Tasks: articles
Root: HKA; Subkey: "Software\Classes\Copydesk.Article\DefaultIcon"; ValueType: string; ValueData: "{app}\copydesk.ico"; Tasks: articles
Root: HKA; Subkey: "Software\Classes\Copydesk.Article\shell\open\command"; ValueType: string; ValueData: """{app}\copydesk.exe"" ""%1"""; Tasks: articles
Root: HKA; Subkey: "Software\Classes\.ron\OpenWithProgids"; ValueType: string; ValueName: "Copydesk.Article"; ValueData: ""; Flags: uninsdeletevalue; Tasks: articles
Root: HKCU; Subkey: "Environment"; ValueType: expandsz; ValueName: "Path"; ValueData: "{olddata};{app}"; Check: IsNotOnPath; Tasks: path

[Code]
function IsNotOnPath(): Boolean;
var
  Path: string;
begin
  Result := not RegQueryStringValue(HKCU, 'Environment', 'Path', Path)
    or (Pos(';' + Uppercase(ExpandConstant('{app}')) + ';', ';' + Uppercase(Path) + ';') = 0);
end;

procedure CurUninstallStepChanged(Step: TUninstallStep);
var
  Path: string;
  At: Integer;
begin
  if (Step = usUninstall) and RegQueryStringValue(HKCU, 'Environment', 'Path', Path) then
  begin
    At := Pos(Uppercase(ExpandConstant(';{app}')), Uppercase(Path));
    if At > 0 then
    begin
      Delete(Path, At, Length(ExpandConstant(';{app}')));
      RegWriteExpandStringValue(HKCU, 'Environment', 'Path', Path);
    end;
  end;
end;
