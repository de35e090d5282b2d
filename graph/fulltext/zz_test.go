package fulltext

import ("testing";"os";"bufio";"fmt";"strings")

func TestZZ(t *testing.T){
 in,_:=os.Open("/tmp/l.txt"); defer in.Close()
 want,_:=os.ReadFile("/tmp/l.out"); wl:=strings.Split(string(want),"\n")
 sc:=bufio.NewScanner(in); sc.Buffer(nil,1<<24); i:=0; bad:=0
 for sc.Scan(){ var b strings.Builder; for _,k:=range Analyze(sc.Text()){fmt.Fprintf(&b,"%d:%s|",k.Position,k.Term)}
  if b.String()!=wl[i]{bad++; if bad<25{t.Errorf("%q\n got %q\nwant %q",sc.Text(),b.String(),wl[i])}}
  i++}
 t.Logf("%d lines %d bad",i,bad)
}
